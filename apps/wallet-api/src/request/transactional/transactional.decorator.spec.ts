import 'reflect-metadata';
import { fingerprint } from '@app/idempotency';
import {
  CapabilityRegistry,
  Journal,
  ledgerCapability,
  type Outcome,
  type Posting,
  type PostingKey,
  Preview,
} from '@app/ledger';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { startSmallApplication } from '../../../../../test/support/small-application.js';
import { WalletAssetParams } from '../../capabilities/wallets/wallet.params.js';
import { flowPosting } from '../../capabilities/wallets/flows.js';
import { PostingBody } from '../../capabilities/wallets/posting-body.dto.js';
import { Public, RequiresScope } from '../access/access.decorator.js';
import { playerDailyLimits, StorageBudgets } from './storage-budget.js';
import { Transactional } from './transactional.decorator.js';

@Controller('wallets/:userId/:asset')
class PostingsController {
  @Post('innermost')
  @Public()
  @ApiOperation({ summary: 'The decorator runs before the others' })
  @Transactional()
  innermost(@Param() wallet: WalletAssetParams, @Body() body: PostingBody): Posting {
    return flowPosting('topup', wallet, body);
  }

  @Post('between')
  @Public()
  @Transactional()
  @ApiOperation({ summary: 'The decorator runs between others' })
  between(@Param() wallet: WalletAssetParams, @Body() body: PostingBody): Posting {
    return flowPosting('topup', wallet, body);
  }

  @Transactional()
  @Post('outermost')
  @RequiresScope('wallet:credit')
  @ApiOperation({ summary: 'The decorator runs after the others' })
  outermost(@Param() wallet: WalletAssetParams, @Body() body: PostingBody): Posting {
    return flowPosting('topup', wallet, body);
  }

  @Post('default')
  @Public()
  @Transactional()
  defaultParameter(
    @Param() wallet: WalletAssetParams,
    @Body() body: PostingBody,
    type: 'bonus' | 'topup' = 'topup',
  ): Posting {
    return flowPosting(type, wallet, body);
  }

  @Post('promise')
  @Public()
  @Transactional()
  async promise(@Body() body: PostingBody, @Param() wallet: WalletAssetParams): Promise<Posting> {
    await Promise.resolve();
    return flowPosting('topup', wallet, body);
  }
}

const post = jest.fn<Promise<Outcome>, [Posting, PostingKey]>();

let app: Awaited<ReturnType<typeof startSmallApplication>>;
beforeAll(async () => {
  app = await startSmallApplication({
    caller: { kind: 'client', clientId: 'game', scopes: new Set() },
    controllers: [PostingsController],
    providers: [
      StorageBudgets,
      { provide: Journal, useValue: { post } },
      // No test here asks for a dry run.
      { provide: Preview, useValue: {} },
      { provide: CapabilityRegistry, useValue: new CapabilityRegistry([ledgerCapability]) },
      { provide: playerDailyLimits, useValue: {} },
    ],
  });
});
afterAll(() => app.close());
beforeEach(() => {
  post.mockReset();
  post.mockImplementation(({ type, userId }) =>
    Promise.resolve({
      replayed: true,
      transaction: {
        id: 'id-1',
        type,
        userId,
        actor: { kind: 'client', id: 'game' },
        reference: null,
        description: null,
        metadata: {},
        createdAt: new Date(0),
        entries: [
          { owner: { kind: 'user', id: userId }, asset: 'GOLD', amount: 5, balanceAfter: 5n, version: 1 },
        ],
      } as unknown as Extract<Outcome, { transaction: unknown }>['transaction'],
    }),
  );
});

function send(place: string, headers: Record<string, string> = { 'idempotency-key': 'key-1' }) {
  return app.inject({
    method: 'POST',
    url: `/wallets/alice/GOLD/${place}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: '{"amount": 5, "reference": null}',
  });
}

describe.each(['innermost', 'between', 'outermost', 'default', 'promise'])(
  'a handler with @Transactional(): %s',
  (place) => {
    it('commits its posting under the key, and answers with the outcome', async () => {
      const answer = await send(place);
      expect([answer.statusCode, answer.headers['idempotency-replayed']]).toEqual([201, 'true']);
      expect(answer.json()).toMatchObject({ id: 'id-1', type: 'topup', amount: 5, balance: 5 });
      expect(post).toHaveBeenCalledTimes(1);
      const [posting, key] = post.mock.calls[0]!;
      expect(posting).toMatchObject({ type: 'topup', userId: 'alice' });
      expect(key).toEqual({
        clientId: 'game',
        key: 'key-1',
        actor: { kind: 'client', id: 'game' },
        // Covers the parsed body, where `reference` is null: a DTO may change in the next release.
        fingerprint: fingerprint({
          method: 'POST',
          path: `/wallets/alice/GOLD/${place}`,
          body: { amount: 5, reference: null },
        }),
      });
    });

    it('is not called without a key', async () => {
      const answer = await send(place, {});
      expect(answer.json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' });
      expect(post).not.toHaveBeenCalled();
    });
  },
);

it('makes an If-Match a condition of the posting and a part of the fingerprint', async () => {
  await send('innermost');
  await send('innermost', { 'idempotency-key': 'key-1', 'if-match': '"2-70"' });
  const [[posting, key], [conditional, other]] = post.mock.calls as [
    [Posting, PostingKey],
    [Posting, PostingKey],
  ];
  expect(posting.conditions).toBeUndefined();
  expect(conditional).toEqual({ ...posting, conditions: [{ asset: 'GOLD', tag: '"2-70"' }] });
  expect(other.fingerprint).not.toEqual(key.fingerprint);
});

it('answers a replayed refusal with its problem', async () => {
  post.mockResolvedValue({
    replayed: true,
    refusal: { code: 'insufficient-funds', asset: 'GOLD', balance: 0, required: 5 },
    isFinal: true,
  });
  const answer = await send('innermost');
  expect([answer.statusCode, answer.headers['idempotency-replayed']]).toEqual([422, 'true']);
  expect(answer.json()).toMatchObject({ code: 'insufficient-funds', balance: 0, required: 5 });
});
