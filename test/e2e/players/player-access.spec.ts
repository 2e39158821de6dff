import { Controller, Get, Post } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { createApplication } from '../../../apps/wallet-api/src/process/application.js';
import { WalletApiModule } from '../../../apps/wallet-api/src/process/wallet-api.module.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';
import { becomePlayer, type Player } from '../support/player.js';
import { expectProblem } from '../support/problem-codes.js';

/** Complements `authorisation-matrix.spec.ts`: players reach their wallet and no other. */
let service: ContractService;
let player: Player;
beforeAll(async () => {
  service = await startContractService();
  player = await becomePlayer(service, 'paula');
});
afterAll(() => service.audit());
afterAll(() => service.close());

it('reads their wallet, balances and statements', async () => {
  await service.client.post('/v1/wallets/paula/SILVER/topup', { amount: 7, reference: 'for-paula' });
  expect((await player.client.get('/v1/wallets/paula/SILVER')).json).toMatchObject({
    userId: 'paula',
    balance: 7,
  });
  expect((await player.client.get('/v1/wallets/paula/SILVER/entries')).json).toMatchObject({
    data: [{ amount: 7, reference: 'for-paula' }],
  });
});

const elsewhere = [
  '',
  '/GOLD',
  '/GOLD/entries',
  '/GOLD/statement',
  '/COPPER',
  '/GOLD/topup',
  '/nothing/here/at/all',
];

it.each(elsewhere)('learns nothing from %s of another wallet about its existence', async (rest) => {
  const ask = async (userId: string) => {
    const { status, headers, json } = await player.client.get(`/v1/wallets/${userId}${rest}`);
    const { requestId, instance, ...problem } = json as Record<string, unknown>;
    expect([requestId, instance]).toEqual([headers['x-request-id'], `/v1/wallets/${userId}${rest}`]);
    return { status, problem, headers: Object.keys(headers).sort() };
  };
  const [existing, missing] = [await ask('alice'), await ask('ALICE')];
  expect(existing).toEqual(missing);
  expect(existing.status).toBe(/nothing|topup/.test(rest) ? 404 : 403);
});

it.each(['topup', 'bonus', 'spend'])('cannot %s, neither their wallet nor another', async (flow) => {
  for (const userId of ['paula', 'alice', 'ghost']) {
    const path = `/v1/wallets/${userId}/GOLD/${flow}`;
    // Neither body nor key are validated: a forbidden request is rejected first.
    for (const body of [{ amount: 1 }, '{']) {
      expectProblem(await player.client.post(path, body, `${flow}-${userId}`), 'forbidden');
    }
  }
  const stored = await asOwner(service.database, `SELECT FROM idempotency_keys WHERE key = $1`, [
    `${flow}-paula`,
  ]);
  expect(stored).toEqual([]);
});

it.each(['paula%00', 'PAULA', 'paula/../alice', '%70aula2', 'paula%2f..%2falice', 'paula;alice', 'paula%20'])(
  'cannot reach another wallet by spelling their id as %s',
  async (spelling) => {
    const { status } = await player.client.get(`/v1/wallets/${spelling}`);
    expect([400, 403, 404]).toContain(status);
  },
);

it('can percent-encode their id in any way', async () => {
  expect((await player.client.get('/v1/wallets/%70aula')).status).toBe(200);
});

describe('of transactions', () => {
  const topup = async (userId: string) =>
    String((await service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 1 })).json.id);

  it('reads one of theirs', async () => {
    const id = await topup('paula');
    const answer = await player.client.get(`/v1/transactions/${id.toUpperCase()}`);
    expect(answer.json).toEqual((await service.client.get(`/v1/transactions/${id}`)).json);
  });

  it('gets the same answer for one of another user as for a missing one', async () => {
    const ask = async (id: string) => {
      const answer = await player.client.get(`/v1/transactions/${id}`);
      expectProblem(answer, 'transaction-not-found', { transactionId: id });
      return JSON.stringify(answer.json).replaceAll(id, 'ID').replace(String(answer.json.requestId), '');
    };
    const missing = await ask('019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10');
    // Users of the same shard are isolated, too.
    const neighbour = await sameShardAs('paula');
    for (const userId of ['alice', neighbour]) expect(await ask(await topup(userId))).toBe(missing);
  });

  async function sameShardAs(userId: string): Promise<string> {
    const [row] = await asOwner<{ id: string }>(
      service.database,
      `SELECT 'u' || number AS id FROM generate_series(1, 1000) AS number
       WHERE wallet_shard('u' || number) = wallet_shard($1) LIMIT 1`,
      [userId],
    );
    return row!.id;
  }
});

describe('a route without an access rule', () => {
  @Controller('v1/forgotten')
  class ForgottenController {
    @Get()
    forgotten(): string {
      return 'open to all';
    }
  }

  @Controller('v1/forgotten')
  class ForgottenWriteController {
    @Post()
    forgotten(): string {
      return 'open to all';
    }
  }

  it.each([ForgottenController, ForgottenWriteController])('prevents the start: %p', async (controller) => {
    const { CONTROLLERS } = MODULE_METADATA;
    const before = Reflect.getMetadata(CONTROLLERS, WalletApiModule) as unknown[];
    Reflect.defineMetadata(CONTROLLERS, [...before, controller], WalletApiModule);
    try {
      const start = createApplication({
        databaseUrl: service.database.url,
        logLevel: 'silent',
        demoKeys: true,
      });
      await expect(start).rejects.toThrow(
        'Route /v1/forgotten has no access rule; add @Public() or @RequiresScope()',
      );
    } finally {
      Reflect.defineMetadata(CONTROLLERS, before, WalletApiModule);
    }
  });
});
