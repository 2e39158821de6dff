import { Balances } from '@app/accounts';
import { History } from '@app/ledger';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ApiPage, type Page, pageOf } from '../../request/openapi/page.js';
import { refuseUnknown } from '../users/refuse-unknown.js';
import { UserParams } from '../users/user.params.js';
import { WalletBalances } from './wallet-balances.js';
import { WalletAssetParams } from './wallet.params.js';
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
    private readonly balances: Balances,
    private readonly walletBalances: WalletBalances,
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
    const now = await this.walletBalances.require({ userId, asset });
    const balance = at ? await this.history.balanceAt({ userId, asset, at }) : now;
    return { userId, ...assetBalanceAnswer(balance) };
  }

  @Get(':asset/entries')
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({ summary: 'The entries of a user in one asset, newest first' })
  @ApiPage(StatementEntryAnswer)
  @ApiProblems('validation-failed', 'asset-not-found', 'user-not-found', 'database-unavailable')
  async entries(
    @Param() { userId, asset }: WalletAssetParams,
    @Query() { limit, startingAfter }: StatementQuery,
  ): Promise<Page<StatementEntryAnswer>> {
    await this.walletBalances.require({ userId, asset });
    const rows = await this.history.statement({ userId, asset, limit: limit + 1, startingAfter });
    return pageOf(rows, limit, statementEntryAnswer);
  }
}
