import { Assets, availableOf } from '@app/accounts';
import { Debts, forgivenessRule } from '@app/debts';
import { type Posting, postingByRule, SettledBalances } from '@app/ledger';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { requireAsset } from '../assets/require-asset.js';
import { WalletAssetParams } from '../wallets/wallet.params.js';
import { type DebtorAnswer, DebtorPage, DebtorsQuery, ForgivenessBody } from './debts.dto.js';

@ApiTags('Reversals')
@Controller('v1/wallets')
export class DebtsController {
  constructor(
    private readonly assets: Assets,
    private readonly debts: Debts,
    private readonly balances: SettledBalances,
  ) {}

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'List the users who owe in an asset, sorted by id' })
  @ApiOkResponse({ type: DebtorPage })
  @ApiProblems('validation-failed', 'asset-not-found', 'database-unavailable')
  async listDebtors(@Query() { owing: asset, limit, startingAfter }: DebtorsQuery): Promise<DebtorPage> {
    await requireAsset(this.assets, asset);
    const userIds = await this.debts.debtors({ asset, limit: limit + 1, startingAfter });
    const debtors = await Promise.all(userIds.slice(0, limit).map((userId) => this.debtor(userId, asset)));
    return { data: debtors.flat(), hasMore: userIds.length > limit };
  }

  @Post(':userId/:asset/owed/forgive')
  @RequiresScope('admin')
  @ApiOperation({
    summary: 'Forgive what a user owes, the oldest debt first',
    description:
      'Moves no credits: the service bears the loss. `amount` is what was forgiven, `owed` what the user still owes.',
  })
  @Transactional({ problems: ['forgiveness-exceeds-debt'] })
  async forgiveDebt(
    @Param() { userId, asset }: WalletAssetParams,
    @Body() { amount, reason }: ForgivenessBody,
  ): Promise<Posting> {
    await requireAsset(this.assets, asset);
    return postingByRule(
      forgivenessRule,
      { userId, asset, amount },
      {
        type: 'forgiveness',
        userId,
        reference: null,
        description: reason,
        metadata: {},
        initiator: 'house',
        isSettlement: true,
      },
    );
  }

  /** None if the debt has been settled meanwhile. */
  private async debtor(userId: string, asset: string): Promise<DebtorAnswer[]> {
    const balances = await this.balances.ofUser(userId);
    return balances.flatMap((balance) =>
      balance.asset === asset && balance.owed > 0
        ? [{ userId, asset, owed: balance.owed, balance: balance.balance, available: availableOf(balance) }]
        : [],
    );
  }
}
