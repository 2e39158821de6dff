import type { Answer } from '../../support/wallet-client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';

/** Other specs rely on their client to check every answer against the OpenAPI document; this one proves that it does. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

const request = { path: '/v1/wallets/alice/GOLD' };

function doctored(answer: Answer, members: object): Answer {
  const json = { ...(answer.json as object), ...members };
  return { ...answer, json, text: JSON.stringify(json) };
}

it('accepts the answers of the service', async () => {
  const answer = await service.client.get(request.path);
  expect(() => {
    service.contract.check(request, answer);
  }).not.toThrow();
});

it.each([
  ['a missing member', { balance: undefined }, /balance/],
  ['an undocumented member', { secret: 1 }, /additional properties/],
  ['a number as a string', { balance: '1000' }, /balance must be integer/],
  ['a time outside UTC', { updatedAt: '2026-01-01T00:00:00+01:00' }, /updatedAt must match format/],
])('finds %s', async (_fault, members, words) => {
  const answer = doctored(await service.client.get(request.path), members);
  const json: unknown = JSON.parse(answer.text);
  expect(() => {
    service.contract.check(request, { ...answer, json });
  }).toThrow(words);
});

it('finds a status that the route does not document', async () => {
  const answer = await service.client.get(request.path);
  expect(() => {
    service.contract.check(request, { ...answer, status: 202 });
  }).toThrow(/status 202 is not documented/);
});

it('finds an accepted body that violates its schema', async () => {
  const write = { method: 'POST', path: '/v1/wallets/alice/GOLD/topup', body: '{"amount":5,"colour":"red"}' };
  const answer = await service.client.post(write.path, { amount: 5 });
  expect(() => {
    service.contract.check(write, answer);
  }).toThrow(/additional properties/);
});

it('finds an undocumented body', async () => {
  const write = { method: 'DELETE', path: '/v1/conversion-rates/SILVER/LOYALTY' };
  const answer = await service.client.send(write);
  expect(answer.status).toBe(204);
  expect(() => {
    service.contract.check(write, { ...answer, text: '{}' });
  }).toThrow(/a body where none is documented/);
});

it('finds a missing body', async () => {
  const write = { method: 'POST', path: '/v1/wallets/alice/tasks/watch-ad/complete' };
  const answer = await service.client.post(write.path, {});
  expect(() => {
    service.contract.check(write, answer);
  }).not.toThrow();
  expect(() => {
    service.contract.check({ ...write, path: '/v1/wallets/alice/GOLD/topup' }, answer);
  }).toThrow(/body was accepted/);
});

it('checks an answer against the most specific route', async () => {
  // Not the route of an asset with that name.
  const write = { method: 'POST', path: '/v1/wallets/alice/convert', body: '{}' };
  const answer = await service.client.get(request.path);
  expect(() => {
    service.contract.check(write, { ...answer, status: 201 });
  }).toThrow(/body was accepted/);
});

it.each([
  [
    'a code that the route does not document',
    { code: 'insufficient-funds' },
    /insufficient-funds .* not documented/,
  ],
  ['a code that does not exist', { code: 'no-luck' }, /no-luck .* not documented/],
  ['a different status in the body', { status: 400 }, /status is 400, not 404/],
  ['a requestId that differs from the header', { requestId: 'another' }, /requestId is another/],
  ['an instance that is not the path', { instance: '/v1/wallets' }, /instance is/],
  ['no title', { title: undefined }, /title/],
  ['a member of its code that is missing', { userId: undefined }, /userId/],
  ['a member that its code does not document', { asset: 'GOLD' }, /additional properties/],
])('finds a problem document with %s', async (_fault, members, words) => {
  const path = '/v1/wallets/ghost';
  const answer = await service.client.get(path);
  expect(answer.status).toBe(404);
  expect(() => {
    service.contract.check({ path }, doctored(answer, members));
  }).toThrow(words);
});
