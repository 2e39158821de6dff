import { asWritten } from '../../support/as-written.js';
import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze, unfreeze } from '../support/freezing.js';
import { asOwner } from '../support/owner.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';
import { allAvailable, instant, transactionId } from '../support/shapes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
  const items = [
    { code: 'ring', name: 'Ring', asset: 'GOLD', price: 20 },
    { code: 'relic', name: 'Relic', asset: 'GOLD', price: 1 },
    { code: 'palace', name: 'Palace', asset: 'GOLD', price: 2 ** 40 },
  ];
  for (const item of items) await administer(service.client, 'POST /v1/items', item);
  await administer(service.client, 'PATCH /v1/items/relic', { retired: true });
});
afterAll(() => service.audit());
afterAll(() => service.close());

const buy = (userId: string, body: object, key?: string) =>
  service.client.post(`/v1/wallets/${userId}/purchases`, body, key);

async function rich(userId: string, amount = 1_000): Promise<void> {
  await service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount });
}

async function balanceOf(userId: string): Promise<unknown> {
  return (await service.client.get(`/v1/wallets/${userId}/GOLD`)).json;
}

it('moves the price times the quantity from the user to revenue', async () => {
  await rich('alba');
  const { status, json } = await buy('alba', { item: 'iron-sword', quantity: 3 });
  expect({ status, json: json as unknown }).toEqual({
    status: 201,
    json: {
      id: transactionId,
      type: 'purchase',
      userId: 'alba',
      asset: 'GOLD',
      amount: 360,
      balance: 640,
      reference: null,
      description: 'Iron sword × 3',
      metadata: { purchase: { item: 'iron-sword', quantity: 3, unitPrice: 120 } },
      actor: { kind: 'client', id: 'demo-admin' },
      createdAt: instant,
      entries: [
        {
          kind: 'user',
          account: 'alba',
          asset: 'GOLD',
          direction: 'debit',
          amount: 360,
          balanceAfter: 640,
          version: 2,
        },
        { kind: 'system', account: 'revenue', asset: 'GOLD', direction: 'credit', amount: 360 },
      ],
    },
  });
  const read = await service.client.get(`/v1/transactions/${(json as { id: string }).id}`);
  expect(asWritten(read)).toEqual(json);
  const found = await service.client.get('/v1/transactions?userId=alba&type=purchase');
  expect(found.json.data).toEqual([json]);
});

it('defaults to a quantity of one', async () => {
  const { json } = await buy('alice', { item: 'health-potion' });
  expect(json).toMatchObject({
    asset: 'SILVER',
    amount: 15,
    description: 'Health potion × 1',
    metadata: { purchase: { quantity: 1 } },
  });
});

it('keeps the details of the caller, except members that the catalogue sets', async () => {
  const { json } = await buy('alice', {
    item: 'iron-sword',
    reference: 'order-9',
    description: 'For the tournament',
    metadata: { level: 7, purchase: { item: 'iron-sword', unitPrice: 1 }, task: 'mine' },
  });
  expect(json).toMatchObject({ reference: 'order-9', description: 'For the tournament' });
  expect((json as { metadata: unknown }).metadata).toEqual({
    level: 7,
    purchase: { item: 'iron-sword', quantity: 1, unitPrice: 120 },
    task: 'mine',
  });
});

it('accepts the largest quantity and spends a balance to exactly zero', async () => {
  const body = { item: 'ring', quantity: 1_000_000 };
  await rich('bulk', 19_999_999);
  expectProblem(await buy('bulk', body), 'insufficient-funds', {
    asset: 'GOLD',
    ...allAvailable(19_999_999),
    required: 20_000_000,
  });
  await rich('bulk', 1);
  expect((await buy('bulk', body)).json).toMatchObject({ amount: 20_000_000, balance: 0 });
});

it.each([0, -1, 1.5, 1_000_001, '1', null, true, [1], 2 ** 53])(
  'rejects the quantity %j',
  async (quantity) => {
    const answer = await buy('alice', { item: 'iron-sword', quantity });
    expectProblem(answer, 'validation-failed', faultAt('/quantity'));
  },
);

it.each([undefined, null, '', 'Iron sword', 5, 'x'.repeat(65)])('rejects the item %j', async (item) => {
  expectProblem(await buy('alice', { item }), 'validation-failed', faultAt('/item'));
});

it.each(['price', 'amount', 'asset', 'unitPrice', 'type', 'userId'])(
  'rejects the member %s',
  async (member) => {
    const answer = await buy('alice', { item: 'iron-sword', [member]: 1 });
    expectProblem(answer, 'validation-failed', faultAt(`/${member}`));
  },
);

it('rejects an item that does not exist', async () => {
  expectProblem(await buy('alice', { item: 'nothing' }), 'item-not-found', { item: 'nothing' });
});

it('rejects a retired item until it is offered again', async () => {
  await rich('curator');
  expectProblem(await buy('curator', { item: 'relic' }), 'item-retired', { item: 'relic' });
  await administer(service.client, 'PATCH /v1/items/relic', { retired: false });
  expect((await buy('curator', { item: 'relic' })).status).toBe(201);
  await administer(service.client, 'PATCH /v1/items/relic', { retired: true });
  expectProblem(await buy('curator', { item: 'relic' }), 'item-retired', { item: 'relic' });
});

it('rejects a purchase beyond the balance and reports the balance', async () => {
  await rich('modest', 119);
  expectProblem(await buy('modest', { item: 'iron-sword' }), 'insufficient-funds', {
    asset: 'GOLD',
    ...allAvailable(119),
    required: 120,
  });
  expect(await balanceOf('modest')).toMatchObject({ balance: 119, version: 1 });
});

it('rejects unknown users with insufficient-funds and opens no account', async () => {
  expectProblem(await buy('ghost', { item: 'iron-sword' }), 'insufficient-funds', {
    asset: 'GOLD',
    ...allAvailable(0),
    required: 120,
  });
  expectProblem(await service.client.get('/v1/wallets/ghost'), 'user-not-found', { userId: 'ghost' });
});

it('rejects a total beyond the largest amount instead of rounding it', async () => {
  const most = Math.floor(Number.MAX_SAFE_INTEGER / 2 ** 40);
  await rich('emperor');
  expectProblem(await buy('emperor', { item: 'palace', quantity: most }), 'insufficient-funds', {
    asset: 'GOLD',
    ...allAvailable(1_000),
    required: most * 2 ** 40,
  });
  expectProblem(await buy('emperor', { item: 'palace', quantity: most + 1 }), 'amount-too-large', {
    asset: 'GOLD',
    limit: Number.MAX_SAFE_INTEGER,
  });
});

it('rejects a frozen wallet, after the check that the item exists', async () => {
  await rich('frosty', 1);
  await freeze(service, 'frosty');
  expectProblem(await buy('frosty', { item: 'nothing' }), 'item-not-found', { item: 'nothing' });
  expectProblem(await buy('frosty', { item: 'relic' }), 'item-retired', { item: 'relic' });
  expectProblem(await buy('frosty', { item: 'iron-sword' }), 'wallet-frozen', { asset: 'GOLD' });
  await unfreeze(service, 'frosty');
  expectProblem(await buy('frosty', { item: 'iron-sword' }), 'insufficient-funds', {
    asset: 'GOLD',
    ...allAvailable(1),
    required: 120,
  });
});

describe('a retry with the same key', () => {
  it('replays the original answer after the price, the name and the offer have changed', async () => {
    await rich('steady');
    const item = { code: 'bow', name: 'Bow', asset: 'GOLD', price: 10 };
    await administer(service.client, 'POST /v1/items', item);
    const first = await buy('steady', { item: 'bow', quantity: 2 }, 'bow-1');
    await administer(service.client, 'PATCH /v1/items/bow', { name: 'Crossbow', price: 11, retired: true });
    const replay = await buy('steady', { item: 'bow', quantity: 2 }, 'bow-1');
    expect({ status: replay.status, text: replay.text }).toEqual({ status: 201, text: first.text });
    expect(replay.headers['idempotency-replayed']).toBe('true');
    expect(replay.json).toMatchObject({ amount: 20, description: 'Bow × 2' });
    expect(await balanceOf('steady')).toMatchObject({ balance: 980 });
  });

  it('replays the original refusal after its reason is gone', async () => {
    await rich('early');
    const item = { code: 'novelty', name: 'Novelty', asset: 'GOLD', price: 10 };
    await administer(service.client, 'POST /v1/items', item);
    await administer(service.client, 'PATCH /v1/items/novelty', { retired: true });
    const refused = await buy('early', { item: 'novelty' }, 'early');
    expectProblem(refused, 'item-retired', { item: 'novelty' });
    await administer(service.client, 'PATCH /v1/items/novelty', { retired: false });
    const again = await buy('early', { item: 'novelty' }, 'early');
    expectProblem(again, 'item-retired', { item: 'novelty' });
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await buy('early', { item: 'novelty' }, 'later')).status).toBe(201);
  });

  it('is rejected for another item or another quantity', async () => {
    await rich('fickle');
    await buy('fickle', { item: 'ring' }, 'ring-1');
    for (const body of [{ item: 'iron-sword' }, { item: 'ring', quantity: 2 }, { item: 'nothing' }]) {
      expectProblem(await buy('fickle', body, 'ring-1'), 'idempotency-key-reused');
    }
    expect(await balanceOf('fickle')).toMatchObject({ balance: 980 });
  });
});

it('requires an idempotency key and the scope to write', async () => {
  const path = '/v1/wallets/alice/purchases';
  const headers = { 'content-type': 'application/json' };
  const body = '{"item": "iron-sword"}';
  expectProblem(
    await service.client.send({ method: 'POST', path, headers, body }),
    'idempotency-key-missing',
  );
  expectProblem(await service.as('').post(path, body), 'unauthenticated');
  expect((await service.as('demo-game-key').post(path, body)).status).toBe(201);
});

it('is the only flow that reads the catalogue: a top-up works without its tables', async () => {
  const tables = ['items', 'tasks', 'conversion_rates', 'task_completions'];
  const rename = async (from: string, to: string) => {
    for (const table of tables)
      await asOwner(service.database, `ALTER TABLE ${table}${from} RENAME TO ${table}${to}`);
  };
  await rename('', '_elsewhere');
  const topup = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 });
  const purchase = await buy('alice', { item: 'ring' }, 'in-bad-times');
  await rename('_elsewhere', '');
  expect(topup.status).toBe(201);
  expectProblem(purchase, 'internal');
  expect((await buy('alice', { item: 'ring' }, 'in-bad-times')).status).toBe(201);
});
