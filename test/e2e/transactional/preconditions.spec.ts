import { administer } from '../../support/administer.js';
import type { Answer } from '../../support/wallet-client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { becomePlayer } from '../support/player.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

/** Writes that happen only under a condition: If-Match, `conditions`, `expectedPrice` and `minReceived`. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const flow = (
  userId: string,
  type: string,
  body: object,
  { key, tag }: { key?: string; tag?: string } = {},
) =>
  service.client.post(`/v1/wallets/${userId}/GOLD/${type}`, body, key, tag === undefined ? {} : ifMatch(tag));
const ifMatch = (tag: string) => ({ 'if-match': tag });
const read = (userId: string, asset = 'GOLD') => service.client.get(`/v1/wallets/${userId}/${asset}`);
const tagOf = async (userId: string) => String((await read(userId)).headers.etag);

async function rich(userId: string, amount = 70): Promise<void> {
  await flow(userId, 'topup', { amount });
}

/** The same answer but for the id of the request, marked as a replay. */
function expectReplay(replay: Answer, first: Answer): void {
  const textOf = ({ text, headers }: Answer) => text.replace(String(headers['x-request-id']), '');
  expect([replay.status, textOf(replay)]).toEqual([first.status, textOf(first)]);
  expect(replay.headers['idempotency-replayed']).toBe('true');
}

describe('the ETag of a balance', () => {
  it('is its version and available balance', async () => {
    await rich('tagged');
    expect(await tagOf('tagged')).toBe('"1-70"');
    await flow('tagged', 'spend', { amount: 30 });
    expect(await tagOf('tagged')).toBe('"2-40"');
  });

  it('is "0-0" where there is no account', async () => {
    await rich('goldless');
    expect((await read('goldless', 'SILVER')).headers.etag).toBe('"0-0"');
  });

  it('is absent from a balance of the past, a wallet and a problem', async () => {
    await rich('past');
    for (const path of ['past/GOLD?at=2020-01-01T00:00:00Z', 'past', 'ghost/GOLD', 'past/COPPER']) {
      expect((await service.client.get(`/v1/wallets/${path}`)).headers.etag).toBeUndefined();
    }
  });

  it('does not make a read conditional', async () => {
    await rich('reader');
    const headers = { 'if-none-match': await tagOf('reader'), 'if-match': '"9-9"' };
    const answer = await service.client.get('/v1/wallets/reader/GOLD', headers);
    expect([answer.status, answer.json]).toMatchObject([200, { balance: 70 }]);
  });
});

describe('If-Match', () => {
  it.each(['topup', 'bonus', 'spend'])('lets a %s happen while the account is unchanged', async (type) => {
    await rich(`fresh-${type}`);
    const tag = await tagOf(`fresh-${type}`);
    expect((await flow(`fresh-${type}`, type, { amount: 10 }, { tag })).status).toBe(201);
    const stale = await flow(`fresh-${type}`, type, { amount: 10 }, { tag });
    expectProblem(stale, 'precondition-failed', {
      ...{ asset: 'GOLD', condition: 'if-match', expected: '"1-70"' },
      actual: type === 'spend' ? '"2-60"' : '"2-80"',
    });
    expect((await flow(`fresh-${type}`, type, { amount: 10 }, { tag: stale.json.actual })).status).toBe(201);
  });

  it('covers purchases and tasks, in the asset of the item or the task', async () => {
    await rich('shopper', 200);
    const tag = await tagOf('shopper');
    const send = (path: string, body: object) =>
      service.client.post(`/v1/wallets/shopper/${path}`, body, undefined, ifMatch(tag));
    expect((await send('purchases', { item: 'iron-sword' })).status).toBe(201);
    const stale = { asset: 'GOLD', condition: 'if-match', expected: '"1-200"', actual: '"2-80"' };
    expectProblem(await send('purchases', { item: 'iron-sword' }), 'precondition-failed', stale);
    expectProblem(await send('tasks/tutorial/complete', {}), 'precondition-failed', stale);
  });

  it('with "0-0" lets only the first credit of an account happen', async () => {
    expect((await flow('newcomer', 'bonus', { amount: 5 }, { tag: '"0-0"' })).status).toBe(201);
    expectProblem(await flow('newcomer', 'bonus', { amount: 5 }, { tag: '"0-0"' }), 'precondition-failed', {
      ...{ asset: 'GOLD', condition: 'if-match', expected: '"0-0"', actual: '"1-5"' },
    });
    expectProblem(await flow('never', 'bonus', { amount: 5 }, { tag: '"1-5"' }), 'precondition-failed', {
      ...{ asset: 'GOLD', condition: 'if-match', expected: '"1-5"', actual: '"0-0"' },
    });
    expectProblem(await read('never'), 'user-not-found', { userId: 'never' });
  });

  it.each([
    '*',
    '',
    '1-70',
    'W/"1-70"',
    '"1-70", "2-80"',
    '"1-70",',
    '"01-70"',
    '"1--70"',
    '"1"',
    '"1-70',
    '"-70"',
  ])('is rejected as %j', async (tag) => {
    const answer = await flow('alice', 'spend', { amount: 1 }, { tag });
    expectProblem(answer, 'validation-failed', faultAt('/If-Match'));
  });

  it('is rejected if it is repeated', async () => {
    const headers = { 'if-match': ['"1-1000"', '"1-1000"'] };
    const answer = await service.client.post('/v1/wallets/alice/GOLD/spend', { amount: 1 }, 'twice', headers);
    expectProblem(answer, 'validation-failed', faultAt('/If-Match'));
  });

  it('is rejected for a conversion, which moves two assets', async () => {
    const body = { from: 'SILVER', to: 'GOLD', amount: 50 };
    const answer = await service.client.post('/v1/wallets/bob/convert', body, 'two', ifMatch('"1-250"'));
    expectProblem(answer, 'validation-failed', faultAt('/If-Match'));
    expect((await service.client.post('/v1/wallets/bob/convert', body, 'two')).status).toBe(201);
  });

  it('is ignored where nothing moves', async () => {
    const headers = { 'content-type': 'application/json', 'if-match': '*' };
    const body = '{"userId": "unconditional"}';
    const answer = await service.client.send({ method: 'POST', path: '/v1/users', headers, body });
    expect(answer.status).toBe(201);
  });
});

describe('a key', () => {
  it('replays a success byte for byte although the account has changed since', async () => {
    await rich('steady');
    const tag = await tagOf('steady');
    const spend = () => flow('steady', 'spend', { amount: 30 }, { key: 'steady', tag });
    const first = await spend();
    await flow('steady', 'spend', { amount: 10 });
    const replay = await spend();
    expect(replay.text).toBe(first.text);
    expectReplay(replay, first);
    expect(await tagOf('steady')).toBe('"3-30"');
  });

  it('replays a failed precondition although it would hold now', async () => {
    await rich('eager', 49);
    const grant = (key: string) =>
      flow('eager', 'bonus', { amount: 1, conditions: { minBalance: 50 } }, { key });
    const first = await grant('too-early');
    expectProblem(first, 'precondition-failed', {
      ...{ asset: 'GOLD', condition: 'minBalance', expected: 50, actual: 49 },
    });
    await rich('eager', 1);
    expectReplay(await grant('too-early'), first);
    expect((await grant('later')).status).toBe(201);
  });

  it('is reused by a request with another If-Match, with one more and with one less', async () => {
    await rich('other');
    const spend = (key: string, tag?: string) =>
      flow('other', 'spend', { amount: 1 }, { key, ...(tag && { tag }) });
    expect((await spend('with', '"1-70"')).status).toBe(201);
    expect((await spend('without')).status).toBe(201);
    expectProblem(await spend('with', '"3-68"'), 'idempotency-key-reused');
    expectProblem(await spend('with'), 'idempotency-key-reused');
    expectProblem(await spend('without', '"3-68"'), 'idempotency-key-reused');
    expectReplay(await spend('with', '"1-70"'), await spend('with', '"1-70"'));
  });

  it('is reused by a request with other conditions', async () => {
    await rich('stricter');
    const spend = (minBalance: number) =>
      flow('stricter', 'spend', { amount: 1, conditions: { minBalance } }, { key: 'stricter' });
    expect((await spend(70)).status).toBe(201);
    expectProblem(await spend(69), 'idempotency-key-reused');
  });
});

describe('conditions', () => {
  it.each([
    ['version', 1, 0],
    ['version', 1, 2],
    ['minBalance', 70, 71],
    ['maxBalance', 70, 69],
    ['minAvailable', 70, 71],
  ])('on %s: %i holds, %i does not', async (condition, good, bad) => {
    const userId = `${condition}-${bad}`;
    await rich(userId);
    const spend = (figure: number) =>
      flow(userId, 'spend', { amount: 1, conditions: { [condition]: figure } });
    expectProblem(await spend(bad), 'precondition-failed', {
      ...{ asset: 'GOLD', condition, expected: bad, actual: condition === 'version' ? 1 : 70 },
    });
    expect((await spend(good)).status).toBe(201);
  });

  it('must all hold, also together with If-Match', async () => {
    await rich('both');
    const conditions = { version: 1, minBalance: 70, maxBalance: 71, minAvailable: 1 };
    const spend = (tag: string, more = {}) =>
      flow('both', 'spend', { amount: 1, conditions: { ...conditions, ...more } }, { tag });
    expect((await spend('"1-71"')).json).toMatchObject({ condition: 'if-match' });
    expect((await spend('"1-70"', { maxBalance: 69 })).json).toMatchObject({ condition: 'maxBalance' });
    expect((await spend('"1-70"')).status).toBe(201);
  });

  it('are accepted for purchases and tasks', async () => {
    await rich('careful', 240);
    const conditions = { maxBalance: 120 };
    const buy = () =>
      service.client.post('/v1/wallets/careful/purchases', { item: 'iron-sword', conditions });
    const complete = (version: number) =>
      service.client.post('/v1/wallets/careful/tasks/tutorial/complete', { conditions: { version } });
    expectProblem(await buy(), 'precondition-failed', {
      ...{ asset: 'GOLD', condition: 'maxBalance', expected: 120, actual: 240 },
    });
    expect((await complete(0)).json).toMatchObject({ code: 'precondition-failed', condition: 'version' });
    expect((await complete(1)).status).toBe(201);
  });

  it('of a conversion are given by asset', async () => {
    await service.client.post('/v1/wallets/trader/SILVER/topup', { amount: 100 });
    const convert = (conditions: object) =>
      service.client.post('/v1/wallets/trader/convert', {
        from: 'SILVER',
        to: 'GOLD',
        amount: 50,
        conditions,
      });
    expectProblem(
      await convert({ SILVER: { minBalance: 100 }, GOLD: { minBalance: 1 } }),
      'precondition-failed',
      {
        ...{ asset: 'GOLD', condition: 'minBalance', expected: 1, actual: 0 },
      },
    );
    expectProblem(await convert({ SILVER: { version: 2 } }), 'precondition-failed', {
      ...{ asset: 'SILVER', condition: 'version', expected: 2, actual: 1 },
    });
    expect((await convert({ SILVER: { version: 1 }, GOLD: { version: 0 } })).status).toBe(201);
  });

  it('can be set by players', async () => {
    const { client } = await becomePlayer(service, 'paul');
    const body = { item: 'iron-sword', conditions: { minBalance: 1_000 } };
    const answer = await client.post('/v1/wallets/paul/purchases', body);
    expect(answer.json).toMatchObject({ code: 'precondition-failed', expected: 1_000 });
  });

  it.each<[unknown, string]>([
    [null, '/conditions'],
    [[], '/conditions'],
    ['x', '/conditions'],
    [{}, '/conditions'],
    [{ minBalance: -1 }, '/conditions/minBalance'],
    [{ minBalance: 0.5 }, '/conditions/minBalance'],
    [{ maxBalance: '50' }, '/conditions/maxBalance'],
    [{ minAvailable: null }, '/conditions/minAvailable'],
    [{ version: 2 ** 53 }, '/conditions/version'],
    [{ balance: 1 }, '/conditions/balance'],
    [{ 'a/b~': 1 }, '/conditions/a~1b~0'],
  ])('are rejected as %j', async (conditions, pointer) => {
    for (const path of ['GOLD/topup', 'GOLD/bonus', 'GOLD/spend', 'purchases', 'tasks/tutorial/complete']) {
      const needed = path.startsWith('GOLD') ? { amount: 1 } : path === 'purchases' ? { item: 'ring' } : {};
      const answer = await service.client.post(`/v1/wallets/alice/${path}`, { ...needed, conditions });
      expectProblem(answer, 'validation-failed', faultAt(pointer));
    }
  });

  it.each<[unknown, string]>([
    [null, '/conditions'],
    [{}, '/conditions'],
    [{ minBalance: 1 }, '/conditions/minBalance'],
    [{ DIAMOND: { minBalance: 1 } }, '/conditions/DIAMOND'],
    [{ GOLD: {} }, '/conditions/GOLD'],
    [{ GOLD: { minBalance: -1 } }, '/conditions/GOLD/minBalance'],
  ])('of a conversion are rejected as %j', async (conditions, pointer) => {
    const body = { from: 'SILVER', to: 'GOLD', amount: 50, conditions };
    const answer = await service.client.post('/v1/wallets/alice/convert', body);
    expectProblem(answer, 'validation-failed', faultAt(pointer));
  });

  it('report every fault', async () => {
    const conditions = { minBalance: -1, more: 1 };
    const answer = await flow('alice', 'spend', { amount: 0, conditions });
    expect(answer.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/amount',
      '/conditions/minBalance',
      '/conditions/more',
    ]);
  });
});

describe('a purchase at an expected price', () => {
  const buy = (body: object, key?: string) =>
    service.client.post('/v1/wallets/viewer/purchases', { item: 'lamp', ...body }, key);

  it('is refused if the price has changed, up or down, and replays at the old one', async () => {
    await rich('viewer', 1_000);
    const lamp = { code: 'lamp', name: 'Lamp', asset: 'GOLD', price: 10 };
    await administer(service.client, 'POST /v1/items', lamp);
    const first = await buy({ quantity: 2, expectedPrice: 10 }, 'lamp');
    expect(first.json).toMatchObject({ amount: 20 });
    for (const price of [700, 9]) {
      await administer(service.client, 'PATCH /v1/items/lamp', { price });
      expectProblem(await buy({ quantity: 2, expectedPrice: 10 }), 'precondition-failed', {
        ...{ asset: 'GOLD', condition: 'expectedPrice', expected: 10, actual: price },
      });
    }
    expectReplay(await buy({ quantity: 2, expectedPrice: 10 }, 'lamp'), first);
    expect((await buy({ expectedPrice: 9 })).json).toMatchObject({ amount: 9, balance: 971 });
  });

  it.each([0, -1, 1.5, '10', null, 2 ** 53])('rejects the price %j', async (expectedPrice) => {
    expectProblem(await buy({ expectedPrice }), 'validation-failed', faultAt('/expectedPrice'));
  });
});

describe('a conversion with a smallest amount to receive', () => {
  const convert = (body: object) =>
    service.client.post('/v1/wallets/changer/convert', { from: 'LOYALTY', to: 'GOLD', amount: 10, ...body });

  it('is refused exactly if the rate gives less', async () => {
    await service.client.post('/v1/wallets/changer/LOYALTY/topup', { amount: 100 });
    const setRate = (toAmount: number) =>
      administer(service.client, 'PUT /v1/conversion-rates/LOYALTY/GOLD', { fromAmount: 5, toAmount });
    await setRate(3);
    expect((await convert({ minReceived: 6 })).status).toBe(201);
    expectProblem(await convert({ minReceived: 7 }), 'precondition-failed', {
      ...{ asset: 'GOLD', condition: 'minReceived', expected: 7, actual: 6 },
    });
    await setRate(2);
    expectProblem(await convert({ minReceived: 6 }), 'precondition-failed', {
      ...{ asset: 'GOLD', condition: 'minReceived', expected: 6, actual: 4 },
    });
    expect((await convert({ minReceived: 1 })).status).toBe(201);
  });

  it.each([0, -1, 1.5, '10', null, 2 ** 53])('rejects the amount %j', async (minReceived) => {
    expectProblem(await convert({ minReceived }), 'validation-failed', faultAt('/minReceived'));
  });
});
