import fc from 'fast-check';
import { administer } from '../../support/administer.js';
import { holdAccount } from '../../support/held-account.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze } from '../support/freezing.js';
import { asOwner } from '../support/owner.js';
import { becomePlayer } from '../support/player.js';
import { expectProblem } from '../support/problem-codes.js';
import type { Answer } from '../../support/wallet-client.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
  const { client } = service;
  await administer(client, 'POST /v1/assets', { code: 'RARE', name: 'Rare', minAmount: 3, maxAmount: 40 });
  await administer(client, 'POST /v1/assets', { code: 'GONE', name: 'Gone' });
  await administer(client, 'PATCH /v1/assets/GONE', { retired: true });
  await client.post('/v1/wallets/bob/RARE/bonus', { amount: 5 });
  await freeze(service, 'bob');
});
afterAll(() => service.audit());
afterAll(() => service.close());

const dryRun = (path: string, body: object = {}, query = '?dryRun=true') =>
  service.client.send({
    method: 'POST',
    path: `${path}${query}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

interface Write {
  path: string;
  body: object;
}

const user = fc.constantFrom('alice', 'bob', 'newcomer', 'another');
const asset = fc.constantFrom('GOLD', 'SILVER', 'RARE', 'GONE', 'COPPER');
const amount = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(1_000, Number.MAX_SAFE_INTEGER));

const write: fc.Arbitrary<Write> = fc.oneof(
  fc
    .record({ user, asset, flow: fc.constantFrom('topup', 'bonus', 'spend'), amount })
    .map((w) => ({ path: `/v1/wallets/${w.user}/${w.asset}/${w.flow}`, body: { amount: w.amount } })),
  fc
    .record({
      user,
      item: fc.constantFrom('iron-sword', 'no-such-item'),
      quantity: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ user: userId, ...body }) => ({ path: `/v1/wallets/${userId}/purchases`, body })),
  fc
    .record({ user, task: fc.constantFrom('daily-login', 'no-such-task') })
    .map((w) => ({ path: `/v1/wallets/${w.user}/tasks/${w.task}/complete`, body: {} })),
  fc
    .record({ user, from: asset, to: asset, amount: fc.constantFrom(50, 51, 100) })
    .filter(({ from, to }) => from !== to)
    .map(({ user: userId, ...body }) => ({ path: `/v1/wallets/${userId}/convert`, body })),
);

/** What both answers must agree on; times and ids are of each alone. */
function essenceOf({ json }: Answer): object {
  return { ...json, id: undefined, createdAt: undefined, requestId: undefined };
}

const previewed = ({ json }: Answer) => essenceOf({ json: json.transaction ?? json.refusal } as Answer);

it('predicts exactly what the next request does', async () => {
  const writes = fc.sample(write, { numRuns: 150, seed: Date.now() % 2_147_483_647 });
  const seen = new Set<boolean>();
  for (const { path, body } of writes) {
    const preview = await dryRun(path, body);
    const executed = await service.client.post(path, body);
    expect({ path, body, ...previewed(preview) }).toEqual({ path, body, ...essenceOf(executed) });
    expect(preview).toMatchObject({ status: 200, json: { wouldSucceed: executed.status === 201 } });
    seen.add(executed.status === 201);
  }
  expect(seen.size).toBe(2);
});

it('differs from what happens if something changes in between, and the comparison notices', async () => {
  const purchase = { item: 'iron-sword' };
  const preview = await dryRun('/v1/wallets/alice/purchases', purchase);
  await administer(service.client, 'PATCH /v1/items/iron-sword', { price: 119 });
  const executed = await service.client.post('/v1/wallets/alice/purchases', purchase);
  expect(previewed(preview)).not.toEqual(essenceOf(executed));
});

it('writes nothing and claims no key', async () => {
  const tables = await asOwner<{ name: string }>(
    service.database,
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY 1`,
  );
  const rows = () =>
    asOwner(
      service.database,
      tables
        .map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM ${name}`)
        .join(' UNION ALL '),
    );
  const before = await rows();
  for (const { path, body } of fc.sample(write, 60)) {
    const answer = await service.client.send({
      method: 'POST',
      path: `${path}?dryRun=true`,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'dry' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
  }
  expect(await rows()).toEqual(before);
  expect((await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 }, 'dry')).status).toBe(201);
});

it('refuses a key that is not valid, although it needs none', async () => {
  const answer = await service.client.send({
    method: 'POST',
    path: '/v1/wallets/alice/GOLD/topup?dryRun=true',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a b' },
    body: '{"amount": 1}',
  });
  expectProblem(answer, 'idempotency-key-invalid');
});

it('waits for no lock', async () => {
  const held = await holdAccount(service.database, { userId: 'alice', asset: 'GOLD' });
  const waiting = service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 });
  await held.untilAwaited(1);
  expect((await dryRun('/v1/wallets/alice/GOLD/topup', { amount: 1 })).json.wouldSucceed).toBe(true);
  await held.release();
  expect((await waiting).status).toBe(201);
});

describe('the checks', () => {
  const resultsOf = ({ json }: Answer) =>
    json.checks.map(({ code, result }: { code: string; result: string }) => `${code} ${result}`);

  it('come in the order of the ladder, with the figures of those that fail', async () => {
    const answer = await dryRun('/v1/wallets/bob/RARE/spend', { amount: 100_000 });
    expect(resultsOf(answer)).toEqual([
      'asset-not-found passed',
      'asset-retired passed',
      'amount-out-of-range failed',
      'precondition-failed passed',
      'wallet-frozen failed',
      'insufficient-funds failed',
      'balance-limit-exceeded passed',
    ]);
    expect(answer.json.refusal).toMatchObject({ code: 'amount-out-of-range', status: 422, minAmount: 3 });
    expect(answer.json.checks[5]).toMatchObject({ required: 100_000 });
  });

  it('are skipped behind one whose failure leaves them without input', async () => {
    expect(resultsOf(await dryRun('/v1/wallets/alice/purchases', { item: 'no-such-item' }))).toEqual([
      'asset-not-found passed',
      'asset-retired passed',
      'item-not-found failed',
      'item-retired skipped',
      'amount-too-large skipped',
      'amount-out-of-range skipped',
      'precondition-failed skipped',
      'wallet-frozen skipped',
      'insufficient-funds skipped',
      'balance-limit-exceeded skipped',
    ]);
  });
});

describe('the query', () => {
  it.each(['?dryRun=false', '?dryRun', '?dryRun=', '?dryRun=TRUE', '?dryRun=true&dryRun=true'])(
    'refuses %s, even with a key',
    async (query) => {
      const answer = await service.client.send({
        method: 'POST',
        path: `/v1/wallets/alice/GOLD/topup${query}`,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'with-a-query' },
        body: '{"amount": 1}',
      });
      const errors = [{ pointer: '/dryRun', detail: 'must be true, or left out' }];
      expectProblem(answer, 'validation-failed', { errors, errorCount: 1 });
    },
  );

  it('refuses other members beside dryRun, and other spellings', async () => {
    for (const query of ['?dryRun=true&at=now', '?dryrun=true', '?at=now&dryRun=true']) {
      const answer = await service.client.send({
        method: 'POST',
        path: `/v1/wallets/alice/GOLD/topup${query}`,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'with-a-query' },
        body: '{"amount": 1}',
      });
      expect(answer.json).toMatchObject({ code: 'validation-failed' });
    }
  });
});

it('needs the scope of the write, and a valid body', async () => {
  const { client } = await becomePlayer(service, 'dry-player');
  const topup = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const path = '/v1/wallets/dry-player/GOLD/topup?dryRun=true';
  expectProblem(await client.send({ ...topup, path, body: '{"amount": 1}' }), 'forbidden');
  const invalid = await service.client.send({ ...topup, path, body: '{"amount": 0}' });
  expect(invalid.json).toMatchObject({ code: 'validation-failed' });
});
