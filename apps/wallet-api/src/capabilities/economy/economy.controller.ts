import { Assets } from '@app/accounts';
import { Economy } from '@app/economy';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ClientSignal } from '../../request/http/client-signal.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { requireAsset } from '../assets/require-asset.js';
import { AssetParams, DaysQuery, HoldersQuery } from './economy.queries.js';
import {
  EconomyAnswer,
  economyDayAnswer,
  EconomyDaysAnswer,
  HoldersAnswer,
  supplyAnswer,
} from './economy-answers.dto.js';

/** Figures over all wallets, for the designers of the game's economy. */
@ApiTags('Economy')
@Controller('v1/economy')
export class EconomyController {
  constructor(
    private readonly reads: Economy,
    private readonly assets: Assets,
  ) {}

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'Get the supply of each asset and the transaction rate of the last minute' })
  @ApiOkResponse({ type: EconomyAnswer })
  @ApiProblems('overloaded', 'database-unavailable')
  async getEconomy(@ClientSignal() signal: AbortSignal): Promise<EconomyAnswer> {
    const {
      supply,
      transactionRate: { perSecond },
    } = await this.reads.overview({ signal });
    const total = perSecond.reduce((sum, count) => sum + count, 0);
    return {
      supply: supply.map(supplyAnswer),
      transactionsPerSecond: Math.round((total / perSecond.length) * 100) / 100,
      perSecond,
    };
  }

  @Get(':asset/days')
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'Get the daily sources, sinks and supply of an asset' })
  @ApiOkResponse({ type: EconomyDaysAnswer })
  @ApiProblems('validation-failed', 'asset-not-found', 'overloaded', 'database-unavailable')
  async getEconomyDays(
    @Param() { asset }: AssetParams,
    @Query() { days }: DaysQuery,
    @ClientSignal() signal: AbortSignal,
  ): Promise<EconomyDaysAnswer> {
    await requireAsset(this.assets, asset);
    const history = await this.reads.days({ asset, days }, { signal });
    return { asset, days: history.map(economyDayAnswer) };
  }

  @Get(':asset/holders')
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'Get the largest holders of an asset' })
  @ApiOkResponse({ type: HoldersAnswer })
  @ApiProblems('validation-failed', 'asset-not-found', 'overloaded', 'database-unavailable')
  async getHolders(
    @Param() { asset }: AssetParams,
    @Query() { limit }: HoldersQuery,
    @ClientSignal() signal: AbortSignal,
  ): Promise<HoldersAnswer> {
    await requireAsset(this.assets, asset);
    const { at, count, largest } = await this.reads.holders(asset, { signal });
    return { asset, at: at.toISOString(), count, largest: largest.slice(0, limit) };
  }
}
