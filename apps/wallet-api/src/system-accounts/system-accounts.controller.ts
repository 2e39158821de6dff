import { systemAccounts } from '@app/accounts';
import { Economy } from '@app/economy';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../access/access.decorator.js';
import { ClientSignal } from '../http/client-signal.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { ApiPage, type Page } from '../openapi/page.js';

export class SystemAccountAnswer {
  @ApiProperty({ enum: systemAccounts, example: 'treasury' })
  account!: string;

  @ApiProperty({ example: 'GOLD' })
  asset!: string;

  @ApiProperty({
    type: 'integer',
    format: 'int64',
    description: 'Negative where more went out to users than came back.',
    example: -1500,
  })
  balance!: number;
}

@ApiTags('System accounts')
@Controller('v1/system-accounts')
export class SystemAccountsController {
  constructor(private readonly economy: Economy) {}

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'The balance of each system account in each asset' })
  @ApiPage(SystemAccountAnswer)
  @ApiProblems('overloaded', 'database-unavailable')
  async systemAccounts(@ClientSignal() signal: AbortSignal): Promise<Page<SystemAccountAnswer>> {
    return { data: await this.economy.systemBalances({ signal }), hasMore: false };
  }
}
