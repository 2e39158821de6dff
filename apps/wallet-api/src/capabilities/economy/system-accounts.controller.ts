import { Economy } from '@app/economy';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ApiFigure, ApiFigureText, figure } from '../../request/figures/figure.js';
import { ClientSignal } from '../../request/http/client-signal.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { registered } from '../../request/openapi/registered.js';
import { PageOf } from '../../request/openapi/page.js';

export class SystemAccountAnswer {
  @ApiProperty({ enum: registered('systemAccounts'), example: 'treasury' })
  account!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiFigure({ description: 'Negative if the account has issued more than it absorbed.', example: -1500 })
  balance!: number | null;

  @ApiFigureText('balance')
  balanceText?: string;
}

export class SystemAccountPage extends PageOf(SystemAccountAnswer) {}

@ApiTags('System accounts')
@Controller('v1/system-accounts')
export class SystemAccountsController {
  constructor(private readonly economy: Economy) {}

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'List the balances of the system accounts' })
  @ApiOkResponse({ type: SystemAccountPage })
  @ApiProblems('overloaded', 'database-unavailable')
  async listSystemAccounts(@ClientSignal() signal: AbortSignal): Promise<SystemAccountPage> {
    const balances = await this.economy.systemBalances({ signal });
    const data = balances.map(({ account, asset, balance }) => ({
      account,
      asset,
      ...figure('balance', balance),
    }));
    return { data, hasMore: false };
  }
}
