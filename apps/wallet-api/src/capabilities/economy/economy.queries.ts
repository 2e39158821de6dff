import { mostHolders } from '@app/economy';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsAssetCode, IsQueryInteger } from '../../request/validation/rules.js';

export class AssetParams {
  @ApiProperty({ description: 'The code of an asset.', example: 'GOLD' })
  @IsAssetCode()
  asset!: string;
}

export class DaysQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 90,
    default: 30,
    description: 'The number of days, including today.',
  })
  @IsOptional()
  @IsQueryInteger(1, 90)
  days = 30;
}

export class HoldersQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: mostHolders, default: 10 })
  @IsOptional()
  @IsQueryInteger(1, mostHolders)
  limit = 10;
}
