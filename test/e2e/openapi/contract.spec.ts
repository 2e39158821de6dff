import type { Answer } from '../../support/wallet-client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';

/** The other files rely on their client to hold every answer against the OpenAPI document; here it is shown to do so. */
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
  ['a member that is missing', { balance: undefined }, /balance/],
  ['a member that is not documented', { secret: 1 }, /additional properties/],
  ['a figure as a text', { balance: '1000' }, /balance must be integer/],
  ['a time that is not in UTC', { updatedAt: '2026-01-01T00:00:00+01:00' }, /updatedAt must match format/],
])('finds %s', async (_fault, members, words) => {
  const answer = doctored(await service.client.get(request.path), members);
  const json: unknown = JSON.parse(answer.text);
  expect(() => {
    service.contract.check(request, { ...answer, json });
  }).toThrow(words);
});

it('finds a status that is not documented for the route', async () => {
  const answer = await service.client.get(request.path);
  expect(() => {
    service.contract.check(request, { ...answer, status: 202 });
  }).toThrow(/status 202 is not documented/);
});

it('finds an accepted body that is not as documented', async () => {
  const write = { method: 'POST', path: '/v1/wallets/alice/GOLD/topup', body: '{"amount":5,"colour":"red"}' };
  const answer = await service.client.post(write.path, { amount: 5 });
  expect(() => {
    service.contract.check(write, answer);
  }).toThrow(/additional properties/);
});

it('finds a body where none is documented', async () => {
  const write = { method: 'DELETE', path: '/v1/conversion-rates/SILVER/LOYALTY' };
  const answer = await service.client.send(write);
  expect(answer.status).toBe(204);
  expect(() => {
    service.contract.check(write, { ...answer, text: '{}' });
  }).toThrow(/a body where none is documented/);
});

it('finds that a body is missing where one is required', async () => {
  const write = { method: 'POST', path: '/v1/wallets/alice/tasks/watch-ad/complete' };
  const answer = await service.client.post(write.path, {});
  expect(() => {
    service.contract.check(write, answer);
  }).not.toThrow();
  expect(() => {
    service.contract.check({ ...write, path: '/v1/wallets/alice/GOLD/topup' }, answer);
  }).toThrow(/body was accepted/);
});

it('holds an answer against the route that fits its path most closely', async () => {
  // Not the one that shows an asset which is called so.
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
  ['a status in the body that differs', { status: 400 }, /status is 400, not 404/],
  ['a requestId that differs from the header', { requestId: 'another' }, /requestId is another/],
  ['an instance that is not the path', { instance: '/v1/wallets' }, /instance is/],
  ['a title that is missing', { title: undefined }, /title/],
])('finds a problem document with %s', async (_fault, members, words) => {
  const path = '/v1/wallets/nobody';
  const answer = await service.client.get(path);
  expect(answer.status).toBe(404);
  expect(() => {
    service.contract.check({ path }, doctored(answer, members));
  }).toThrow(words);
});
