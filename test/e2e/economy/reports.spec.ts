import { forge } from '../../support/forge.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { walk } from '../support/pages.js';
import { instant } from '../support/shapes.js';

/** Lists and reports that span all wallets. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

it('lists the assets', async () => {
  const usual = { decimals: 0, minAmount: 1, maxAmount: Number.MAX_SAFE_INTEGER, retired: false };
  expect((await service.client.get('/v1/assets')).json).toEqual({
    data: [
      { code: 'DIAMOND', name: 'Diamonds', ...usual },
      { code: 'GOLD', name: 'Gold Coins', ...usual },
      { code: 'LOYALTY', name: 'Loyalty Points', ...usual },
      { code: 'SILVER', name: 'Silver Coins', ...usual },
    ],
    hasMore: false,
  });
});

it('shows what each system account gave and took', async () => {
  const spend = await service.client.post('/v1/wallets/alice/GOLD/spend', { amount: 30 });
  const bonus = await service.client.post('/v1/wallets/bob/SILVER/bonus', { amount: 7 });
  expect([spend.status, bonus.status]).toEqual([201, 201]);
  const { json } = await service.client.get('/v1/system-accounts');
  expect(json).toEqual({
    data: [
      { account: 'treasury', asset: 'DIAMOND', balance: -10 },
      { account: 'treasury', asset: 'GOLD', balance: -1500 },
      { account: 'treasury', asset: 'LOYALTY', balance: -150 },
      { account: 'treasury', asset: 'SILVER', balance: -750 },
      { account: 'promotions', asset: 'DIAMOND', balance: 0 },
      { account: 'promotions', asset: 'GOLD', balance: 0 },
      { account: 'promotions', asset: 'LOYALTY', balance: 0 },
      { account: 'promotions', asset: 'SILVER', balance: -7 },
      { account: 'revenue', asset: 'DIAMOND', balance: 0 },
      { account: 'revenue', asset: 'GOLD', balance: 30 },
      { account: 'revenue', asset: 'LOYALTY', balance: 0 },
      { account: 'revenue', asset: 'SILVER', balance: 0 },
      { account: 'exchange', asset: 'DIAMOND', balance: 0 },
      { account: 'exchange', asset: 'GOLD', balance: 0 },
      { account: 'exchange', asset: 'LOYALTY', balance: 0 },
      { account: 'exchange', asset: 'SILVER', balance: 0 },
      { account: 'adjustments', asset: 'DIAMOND', balance: 0 },
      { account: 'adjustments', asset: 'GOLD', balance: 0 },
      { account: 'adjustments', asset: 'LOYALTY', balance: 0 },
      { account: 'adjustments', asset: 'SILVER', balance: 0 },
    ],
    hasMore: false,
  });
});

describe('users', () => {
  const userIds = ['0', 'Zed', 'alice', 'bob', 'u.1', 'u.10', 'u.2', 'u:1', 'u@1', 'u_1'];

  beforeAll(async () => {
    for (const userId of userIds) {
      await service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 1 });
      await service.client.post(`/v1/wallets/${userId}/SILVER/topup`, { amount: 1 });
    }
  });

  it('are listed once each, by id', async () => {
    expect((await service.client.get('/v1/users')).json).toEqual({
      data: userIds.map((userId) => ({ userId, createdAt: instant })),
      hasMore: false,
    });
  });

  it.each([1, 3, 10, 100])('appear once each in pages of %i', async (limit) => {
    const pages = await walk<{ userId: string }>(
      service.client,
      `/v1/users?limit=${limit}`,
      ({ userId }) => userId,
    );
    expect(pages.flat().map(({ userId }) => userId)).toEqual(userIds);
    expect(pages).toHaveLength(Math.ceil(userIds.length / limit));
  });

  it('can be paged from an id that does not exist', async () => {
    const { json } = await service.client.get('/v1/users?startingAfter=azalea&limit=1');
    expect(json).toEqual({ data: [{ userId: 'bob', createdAt: instant }], hasMore: true });
  });

  it('have existed since their first credit opened an account', async () => {
    const credit = async (userId: string) => {
      const { json } = await service.client.post(`/v1/wallets/${userId}/GOLD/bonus`, { amount: 1 });
      return (json as { createdAt: string }).createdAt;
    };
    const earlier = await credit('bob');
    const credited = await credit('newcomer');
    const { json } = await service.client.get('/v1/users?startingAfter=newcomeq&limit=1');
    const { data } = json as { data: { userId: string; createdAt: string }[] };
    expect(data).toMatchObject([{ userId: 'newcomer' }]);
    expect(data[0]!.createdAt >= earlier).toBe(true);
    expect(data[0]!.createdAt <= credited).toBe(true);
  });
});

describe('the verification', () => {
  const path = '/v1/ledger/verification';

  it('reports every invariant of a consistent ledger', async () => {
    const { status, json } = await service.client.get(path);
    const { invariants } = json as { invariants: { name: string }[] };
    expect({ status, json: json as unknown }).toEqual({
      status: 200,
      json: {
        ok: true,
        checkedAt: instant,
        durationMs: expect.any(Number) as number,
        invariants: invariants.map(({ name }) => ({
          name,
          ok: true,
          checked: expect.any(Number) as number,
          violations: 0,
          examples: [],
          durationMs: expect.any(Number) as number,
        })),
      },
    });
    expect(invariants.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'versions-gapless',
        'balances-equal-entries',
        'hash-chain',
        'transactions-balanced',
        'assets-balanced',
        'keys-point-at-transactions',
      ]),
    );
  });

  it('reports credits out of nowhere, and passes again once they are gone', async () => {
    const conjure = (change: number) => `
      UPDATE accounts SET balance = balance + ${change} WHERE owner_id = 'bob' AND asset_code = 'GOLD'`;
    await forge(service.database, conjure(1));
    const { status, json } = await service.client.get(path);
    expect(status).toBe(200);
    expect(json).toMatchObject({ ok: false });
    const { invariants } = json as { invariants: { name: string; ok: boolean; violations: number }[] };
    expect(invariants.filter(({ ok }) => !ok)).toMatchObject([
      { name: 'balances-equal-entries', violations: 1 },
      { name: 'assets-balanced', violations: 1 },
    ]);
    await forge(service.database, conjure(-1));
    await service.audit();
  });
});
