import { balanceTag } from '@app/accounts';
import { History, SettledBalances } from '@app/ledger';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { pageOf } from '../../request/openapi/page.js';
import { refuseUnknown } from '../users/refuse-unknown.js';
import { UserParams } from '../users/user.params.js';
import { WalletBalances } from './wallet-balances.js';
import { WalletAssetParams } from './wallet.params.js';
import { BalanceQuery, StatementQuery } from './wallet.queries.js';
import {
  assetBalanceAnswer,
  BalanceAnswer,
  EntryPage,
  pastBalanceAnswer,
  statementEntryAnswer,
  WalletAnswer,
} from './wallet-answers.dto.js';

@ApiTags('Wallets')
@Controller('v1/wallets/:userId')
export class WalletsController {
  constructor(
    private readonly balances: SettledBalances,
    private readonly walletBalances: WalletBalances,
    private readonly history: History,
  ) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({
    summary: 'Get all balances of a user',
    description:
      'A registered user has a balance in every asset, including those created later. An unregistered user has balances only in the assets credited so far.',
  })
  @ApiOkResponse({ type: WalletAnswer })
  @ApiProblems('validation-failed', 'user-not-found', 'database-unavailable')
  async getWallet(@Param() { userId }: UserParams): Promise<WalletAnswer> {
    const balances = (await this.balances.walletOf(userId)) ?? refuseUnknown(userId);
    return { userId, balances: balances.map(assetBalanceAnswer) };
  }

  @Get(':asset')
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({ summary: 'Get one balance of a user, now or at an instant' })
  @ApiOkResponse({
    type: BalanceAnswer,
    headers: {
      ETag: {
        description:
          'Names the state of the account: its version and available balance. Send it as If-Match to write only if nothing has changed. Absent with `at`.',
        schema: { type: 'string' },
        example: '"2-70"',
      },
    },
  })
  @ApiProblems('validation-failed', 'asset-not-found', 'user-not-found', 'database-unavailable')
  async getBalance(
    @Param() { userId, asset }: WalletAssetParams,
    @Query() { at }: BalanceQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BalanceAnswer> {
    const now = await this.walletBalances.require({ userId, asset });
    if (!at) void reply.header('etag', balanceTag(now));
    if (!at) return { userId, ...assetBalanceAnswer(now) };
    return { userId, ...pastBalanceAnswer(await this.history.balanceAt({ userId, asset, at })) };
  }

  @Get(':asset/entries')
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({ summary: 'List the entries of a user in one asset, newest first' })
  @ApiOkResponse({ type: EntryPage })
  @ApiProblems('validation-failed', 'asset-not-found', 'user-not-found', 'database-unavailable')
  async listEntries(
    @Param() { userId, asset }: WalletAssetParams,
    @Query() { limit, startingAfter }: StatementQuery,
  ): Promise<EntryPage> {
    await this.walletBalances.require({ userId, asset });
    const rows = await this.history.statement({ userId, asset, limit: limit + 1, startingAfter });
    return pageOf(rows, limit, statementEntryAnswer);
  }
}
