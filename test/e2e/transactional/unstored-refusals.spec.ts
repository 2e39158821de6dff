import { CapabilityRegistry } from '@app/ledger';
import type { Answer } from '../../support/wallet-client.js';
import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';
import { becomePlayer } from '../support/player.js';
import { expectProblem, type ProblemCode, problemStatuses } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService({ welcomeGrant: null });
  await administer(service.client, 'POST /v1/assets', { code: 'RARE', name: 'Rare', maxAmount: 10 });
  await administer(service.client, 'POST /v1/assets', { code: 'GONE', name: 'Gone' });
  await administer(service.client, 'PATCH /v1/assets/GONE', { retired: true });
  const task = { code: 'old-quest', name: 'Old quest', asset: 'RARE', reward: 5, limit: 'once' };
  await administer(service.client, 'POST /v1/tasks', task);
  await administer(service.client, 'PATCH /v1/tasks/old-quest', { retired: true });
});
afterAll(() => service.audit());
afterAll(() => service.close());

const accounts = () =>
  asOwner(
    service.database,
    `SELECT owner_kind, owner_id, asset_code, shard FROM accounts ORDER BY 1, 2, 3, 4`,
  );
const keysOf = (userId: string) =>
  asOwner<{ key: string }>(service.database, `SELECT key FROM idempotency_keys WHERE user_id = $1`, [userId]);

type Write = [path: string, body: object];

const refused: [code: ProblemCode, ...Write][] = [
  ['amount-out-of-range', 'RARE/topup', { amount: 11 }],
  ['amount-out-of-range', 'RARE/bonus', { amount: 11 }],
  ['asset-retired', 'GONE/topup', { amount: 1 }],
  ['asset-not-found', 'COPPER/topup', { amount: 1 }],
  ['insufficient-funds', 'convert', { from: 'SILVER', to: 'GOLD', amount: 50 }],
  ['conversion-not-offered', 'convert', { from: 'SILVER', to: 'RARE', amount: 5 }],
  ['insufficient-funds', 'RARE/spend', { amount: 5 }],
  ['insufficient-funds', 'purchases', { item: 'iron-sword' }],
  ['task-retired', 'tasks/old-quest/complete', {}],
];

describe('a first request that is refused', () => {
  let number = 0;
  it.each(refused)('with %s (%s) opens no account and leaves the id free', async (code, path, body) => {
    const userId = `newcomer-${++number}`;
    const before = await accounts();
    const answer = await service.client.post(`/v1/wallets/${userId}/${path}`, body);
    expect(answer.json).toMatchObject({ code });
    expect(await accounts()).toEqual(before);
    expectProblem(await service.client.get(`/v1/wallets/${userId}`), 'user-not-found', { userId });
    await becomePlayer(service, userId);
  });
});

describe('a refusal whose cause can be fixed', () => {
  interface Case {
    code: ProblemCode;
    write: Write;
    putRight: [operation: Parameters<typeof administer>[1], body: object];
  }
  const cases: Case[] = [
    {
      code: 'asset-not-found',
      write: ['LATE/topup', { amount: 5 }],
      putRight: ['POST /v1/assets', { code: 'LATE', name: 'Late' }],
    },
    {
      code: 'amount-out-of-range',
      write: ['RARE/topup', { amount: 50 }],
      putRight: ['PATCH /v1/assets/RARE', { maxAmount: 50 }],
    },
    {
      code: 'item-not-found',
      write: ['purchases', { item: 'late-item' }],
      putRight: ['POST /v1/items', { code: 'late-item', name: 'Late', asset: 'GOLD', price: 1 }],
    },
    {
      code: 'task-not-found',
      write: ['tasks/late-task/complete', {}],
      putRight: [
        'POST /v1/tasks',
        { code: 'late-task', name: 'Late', asset: 'GOLD', reward: 1, limit: 'once' },
      ],
    },
    {
      code: 'conversion-not-offered',
      write: ['convert', { from: 'GOLD', to: 'LOYALTY', amount: 1 }],
      putRight: ['PUT /v1/conversion-rates/GOLD/LOYALTY', { fromAmount: 1, toAmount: 1 }],
    },
  ];

  it.each(cases)('is not stored: $code', async ({ code, write: [path, body], putRight }) => {
    const ask = (): Promise<Answer> =>
      service.client.post(`/v1/wallets/alice/${path}`, body, `right-${code}`);
    const held = async () => (await keysOf('alice')).filter(({ key }) => key === `right-${code}`);
    for (let times = 0; times < 2; times++) {
      const answer = await ask();
      expect(answer.json).toMatchObject({ code });
      expect(answer.headers['idempotency-replayed']).toBeUndefined();
      expect(await held()).toEqual([]);
    }
    await administer(service.client, ...putRight);
    const done = await ask();
    expect(done.status).toBe(201);
    expect(done.headers['idempotency-replayed']).toBeUndefined();
    const replay = await ask();
    expect([replay.text, replay.headers['idempotency-replayed']]).toEqual([done.text, 'true']);
    expect(await held()).toHaveLength(1);
  });

  it('leaves its key free for another request', async () => {
    const path = '/v1/wallets/bob/GOLD/topup';
    expect((await service.client.post('/v1/wallets/bob/COPPER/topup', { amount: 1 }, 'free')).status).toBe(
      404,
    );
    expect((await service.client.post(path, { amount: 1 }, 'free')).status).toBe(201);
  });

  it('does not affect the rest of its batch', async () => {
    const users = Array.from({ length: 60 }, (_, index) => `together-${index}`);
    const before = (await accounts()).length;
    const answers = await Promise.all(
      users.flatMap((userId, index) => [
        service.client.post(
          `/v1/wallets/${userId}/${index % 2 ? 'RARE' : 'SILVER'}/topup`,
          { amount: 2 },
          'good',
        ),
        service.client.post(`/v1/wallets/${userId}/RARE/bonus`, { amount: 1_000 }, 'free'),
        service.client.post(`/v1/wallets/${userId}/GOLD/spend`, { amount: 1 }, 'kept'),
        service.client.post(`/v1/wallets/together-no-${index}/RARE/bonus`, { amount: 1_000 }, 'free'),
      ]),
    );
    const wanted = ['good', 'amount-out-of-range', 'insufficient-funds', 'amount-out-of-range'];
    const codes = answers.map(({ status, json }) =>
      status === 201 ? 'good' : (json as { code: string }).code,
    );
    expect(codes).toEqual(users.flatMap(() => wanted));
    for (const userId of users) {
      const keys = (await keysOf(userId)).map(({ key }) => key).sort();
      expect(keys).toEqual(['good', 'kept']);
      expectProblem(
        await service.client.get(`/v1/wallets/${userId.replace('-', '-no-')}`),
        'user-not-found',
        {
          userId: userId.replace('-', '-no-'),
        },
      );
    }
    const opened = (await accounts()).length - before;
    // One account for each user; and stripes of the treasury in RARE, at most one for each shard.
    expect(opened).toBeGreaterThanOrEqual(users.length);
    expect(opened).toBeLessThanOrEqual(users.length + 16);
  });
});

it('stores no 404', () => {
  const registered = service.app.get(CapabilityRegistry, { strict: false });
  const codes = Object.entries(problemStatuses).filter(([, status]) => status === 404);
  expect(codes.length).toBeGreaterThan(2);
  for (const [code] of codes) expect(registered.findFinality(code)).not.toBe('final');
});
