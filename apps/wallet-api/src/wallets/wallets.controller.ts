import { Assets, type Balance, Balances } from '@app/accounts';
import { History } from '@app/ledger';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../access/access.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { ApiPage, type Page, pageOf } from '../openapi/page.js';
import { ProblemError } from '../problems/problem.js';
import { refuseUnknown } from '../users/require-user.js';
import { UserParams, WalletAssetParams } from './wallet.params.js';
import { BalanceQuery, StatementQuery } from './wallet.queries.js';
import {
  assetBalanceAnswer,
  BalanceAnswer,
  StatementEntryAnswer,
  statementEntryAnswer,
  WalletAnswer,
} from './wallet-answers.dto.js';

@ApiTags('Wallets')
@Controller('v1/wallets/:userId')
export class WalletsController {
  constructor(
    private readonly assets: Assets,
    private readonly balances: Balances,
    private readonly history: History,
  ) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({
    summary: 'Every balance of a user',
    description:
      'A registered user has every asset, including those created later. An unregistered user has only the assets that were credited.',
  })
  @ApiOkResponse({ type: WalletAnswer })
  @ApiProblems('validation-failed', 'user-not-found', 'database-unavailable')
  async wallet(@Param() { userId }: UserParams): Promise<WalletAnswer> {
    const balances = (await this.balances.walletOf(userId)) ?? refuseUnknown(userId);
    return { userId, balances: balances.map(assetBalanceAnswer) };
  }

  @Get(':asset')
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({ summary: 'One balance of a user, now or at an instant' })
  @ApiOkResponse({ type: BalanceAnswer })
  @ApiProblems('validation-failed', 'asset-not-found', 'user-not-found', 'database-unavailable')
  async balance(
    @Param() { userId, asset }: WalletAssetParams,
    @Query() { at }: BalanceQuery,
  ): Promise<BalanceAnswer> {
    const now = await this.balanceIn(userId, asset);
    const balance = at ? await this.history.balanceAt({ userId, asset, at }) : now;
    return { userId, ...assetBalanceAnswer(balance) };
  }

  @Get(':asset/entries')
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({ summary: 'The statement of a user in one asset, newest entry first' })
  @ApiPage(StatementEntryAnswer)
  @ApiProblems('validation-failed', 'asset-not-found', 'user-not-found', 'database-unavailable')
  async entries(
    @Param() { userId, asset }: WalletAssetParams,
    @Query() { limit, startingAfter }: StatementQuery,
  ): Promise<Page<StatementEntryAnswer>> {
    await this.balanceIn(userId, asset);
    const rows = await this.history.statement({ userId, asset, limit: limit + 1, startingAfter });
    return pageOf(rows, limit, statementEntryAnswer);
  }

  /** The current balance; of a known user who never had the asset it is 0 at version 0. */
  private async balanceIn(userId: string, asset: string): Promise<Balance> {
    if (!(await this.assets.find(asset))) {
      throw new ProblemError('asset-not-found', `There is no asset ${asset}.`, { asset });
    }
    const accounts = await this.balances.ofUser(userId);
    // Without any account the user may still be known: registered before the first asset was created.
    if (accounts.length === 0 && !(await this.balances.walletOf(userId))) refuseUnknown(userId);
    return (
      accounts.find((account) => account.asset === asset) ?? {
        asset,
        balance: 0,
        version: 0,
        updatedAt: null,
      }
    );
  }
}
