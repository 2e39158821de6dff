import { forge } from '../../support/forge.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze, unfreeze } from '../support/freezing.js';
import { walk } from '../support/pages.js';
import { expectProblem } from '../support/problem-codes.js';
import { instant } from '../support/shapes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const requestChange = (action: string, userId: string, reason: string) =>
  service.client.post(`/v1/users/${userId}/${action}`, { reason });
const move = (userId: string, flow: string, amount = 1) =>
  service.client.post(`/v1/wallets/${userId}/${flow}`, { amount });
const historyOf = async (userId: string): Promise<unknown> =>
  (await service.client.get(`/v1/users/${userId}/freezes`)).json;

it('freezes every balance of a user, including unused ones, and releases them', async () => {
  await move('carol', 'GOLD/topup', 10);
  await move('carol', 'SILVER/topup', 10);
  const frozen = await requestChange('freeze', 'carol', 'A payment was charged back');
  expect({ status: frozen.status, json: frozen.json as unknown }).toEqual({
    status: 200,
    json: {
      userId: 'carol',
      createdAt: instant,
      registered: false,
      metadata: {},
      tester: false,
      frozen: { since: instant, reason: 'A payment was charged back', by: 'demo-admin' },
    },
  });
  expect((await service.client.get('/v1/users/carol')).text).toBe(frozen.text);
  for (const asset of ['GOLD', 'SILVER', 'DIAMOND', 'LOYALTY']) {
    expectProblem(await move('carol', `${asset}/spend`), 'wallet-frozen', { asset });
    expect((await move('carol', `${asset}/bonus`)).status).toBe(201);
    expect((await move('carol', `${asset}/topup`)).status).toBe(201);
    expectProblem(await move('carol', `${asset}/spend`), 'wallet-frozen', { asset });
  }

  const released = await requestChange('unfreeze', 'carol', 'The bank was wrong');
  expect(released.json).toEqual({ ...frozen.json, frozen: null });
  for (const asset of ['GOLD', 'SILVER', 'DIAMOND', 'LOYALTY']) {
    expect((await move('carol', `${asset}/spend`, 2)).status).toBe(201);
  }
});

it('keeps the first freeze when repeated, and records each change once', async () => {
  await move('dora', 'GOLD/topup', 10);
  const first = await requestChange('freeze', 'dora', 'first');
  const again = await requestChange('freeze', 'dora', 'second');
  expect({ status: again.status, text: again.text }).toEqual({ status: 200, text: first.text });
  const released = await requestChange('unfreeze', 'dora', 'third');
  const releasedAgain = await requestChange('unfreeze', 'dora', 'fourth');
  expect({ status: releasedAgain.status, text: releasedAgain.text }).toEqual({
    status: 200,
    text: released.text,
  });
  await requestChange('freeze', 'dora', 'fifth');
  const by = 'demo-admin';
  expect(await historyOf('dora')).toEqual({
    data: [
      { number: 3, action: 'freeze', reason: 'fifth', by, createdAt: instant },
      { number: 2, action: 'unfreeze', reason: 'third', by, createdAt: instant },
      { number: 1, action: 'freeze', reason: 'first', by, createdAt: first.json.frozen.since },
    ],
    hasMore: false,
  });
});

it('releases nothing and has no history before the first freeze', async () => {
  await move('erin', 'GOLD/topup', 10);
  expect((await requestChange('unfreeze', 'erin', 'just in case')).json).toMatchObject({ frozen: null });
  expect(await historyOf('erin')).toEqual({ data: [], hasMore: false });
});

it.each([1, 2, 5, 100])('lists the history in pages of %i, newest first', async (limit) => {
  const userId = `pages-${limit}`;
  await move(userId, 'GOLD/topup', 10);
  for (let times = 0; times < 3; times++) {
    await requestChange('freeze', userId, `freeze ${times}`);
    await requestChange('unfreeze', userId, `unfreeze ${times}`);
  }
  const path = `/v1/users/${userId}/freezes?limit=${limit}`;
  const pages = await walk<{ number: number }>(service.client, path, ({ number }) => number);
  expect(pages.flat().map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(pages).toHaveLength(Math.ceil(6 / limit));
});

it('freezes a registered user without transactions', async () => {
  await service.client.post('/v1/users', { userId: 'frank' });
  await freeze(service, 'frank');
  expectProblem(await move('frank', 'GOLD/spend'), 'wallet-frozen', { asset: 'GOLD' });
});

it('freezes accounts opened later, in an asset that did not exist yet', async () => {
  await move('grace', 'GOLD/topup', 10);
  await freeze(service, 'grace');
  await service.client.post('/v1/assets', { code: 'RUBY', name: 'Rubies' });
  expect((await move('grace', 'RUBY/bonus', 5)).status).toBe(201);
  expectProblem(await move('grace', 'RUBY/spend'), 'wallet-frozen', { asset: 'RUBY' });
  await service.audit();
  await unfreeze(service, 'grace');
  expect((await move('grace', 'RUBY/spend')).status).toBe(201);

  await service.client.post('/v1/assets', { code: 'OPAL', name: 'Opals' });
  await move('grace', 'OPAL/bonus', 5);
  expect((await move('grace', 'OPAL/spend')).status).toBe(201);
});

it('opens frozen accounts when a frozen user registers', async () => {
  await move('heidi', 'GOLD/topup', 10);
  await freeze(service, 'heidi');
  await service.client.post('/v1/assets', { code: 'JADE', name: 'Jade' });
  const { json } = await service.client.post('/v1/users', { userId: 'heidi' });
  expect(json).toMatchObject({ registered: true, frozen: { by: 'demo-admin' } });
  // The welcome grant still arrived.
  expect((await service.client.get('/v1/wallets/heidi/GOLD')).json).toMatchObject({ balance: 110 });
  expectProblem(await move('heidi', 'JADE/spend'), 'wallet-frozen', { asset: 'JADE' });
});

it('does not affect other users', async () => {
  await move('ivan', 'GOLD/topup', 10);
  await freeze(service, 'ivan');
  expect((await move('alice', 'GOLD/spend')).status).toBe(201);
});

it('repairs a manual change of the accounts', async () => {
  await move('judy', 'GOLD/topup', 10);
  await freeze(service, 'judy');
  await forge(
    service.database,
    `UPDATE accounts SET frozen_at = NULL WHERE owner_id = 'judy' AND asset_code = 'GOLD'`,
  );
  await expect(service.audit()).rejects.toThrow('wallets-frozen-as-a-whole');
  await freeze(service, 'judy');
  await service.audit();
  expectProblem(await move('judy', 'GOLD/spend'), 'wallet-frozen', { asset: 'GOLD' });
});

describe('while there is no asset', () => {
  let empty: ContractService;
  beforeAll(async () => {
    empty = await startContractService({ seed: false });
  });
  afterAll(() => empty.close());

  it('freezes the future accounts of a registered user, once for any number of requests', async () => {
    await empty.client.post('/v1/users', { userId: 'carol' });
    expect((await empty.client.get('/v1/users')).json).toMatchObject({ data: [{ userId: 'carol' }] });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => empty.client.post('/v1/users/carol/freeze', { reason: 'early' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await empty.client.get('/v1/users/carol/freezes')).json).toMatchObject({
      data: [{ number: 1 }],
      hasMore: false,
    });
    await empty.client.post('/v1/assets', { code: 'GOLD', name: 'Gold Coins' });
    await empty.client.post('/v1/wallets/carol/GOLD/topup', { amount: 10 });
    const spend = await empty.client.post('/v1/wallets/carol/GOLD/spend', { amount: 1 });
    expectProblem(spend, 'wallet-frozen', { asset: 'GOLD' });
    await empty.audit();
  });
});
