import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { LimitQuery } from '../../request/validation/limit.js';
import { IsCatalogCode, IsQueryBoolean } from '../../request/validation/rules.js';
import { UserParams } from '../users/user.params.js';

export class CatalogQuery extends LimitQuery {
  @ApiPropertyOptional({ description: 'The last `code` seen.' })
  @IsOptional()
  @IsCatalogCode()
  startingAfter?: string;

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Whether what is retired is listed too.',
  })
  @IsOptional()
  @IsQueryBoolean()
  includeRetired = false;
}

export class ItemParams {
  @ApiProperty({ description: 'The code of an item.', example: 'iron-sword' })
  @IsCatalogCode()
  code!: string;
}

export class TaskParams {
  @ApiProperty({ description: 'The code of a task.', example: 'watch-ad' })
  @IsCatalogCode()
  code!: string;
}

export class WalletTaskParams extends UserParams {
  @ApiProperty({ description: 'The code of a task.', example: 'watch-ad' })
  @IsCatalogCode()
  task!: string;
}
