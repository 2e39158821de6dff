import { Balances } from '@app/accounts';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../access/access.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { ApiPage, type Page } from '../openapi/page.js';

export class AssetAnswer {
  @ApiProperty({ example: 'GOLD' })
  code!: string;

  @ApiProperty({ example: 'Gold Coins' })
  name!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'For display only: how many digits of an amount stand behind the point.',
    example: 0,
  })
  decimals!: number;
}

@ApiTags('Assets')
@Controller('v1/assets')
export class AssetsController {
  constructor(private readonly balances: Balances) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'Every asset' })
  @ApiPage(AssetAnswer)
  @ApiProblems('database-unavailable')
  async assets(): Promise<Page<AssetAnswer>> {
    return { data: await this.balances.assets(), hasMore: false };
  }
}
