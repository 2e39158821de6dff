import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsQueryInteger } from './rules.js';

/** The page size, which every list takes. */
export class LimitQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
    description: 'Elements per page.',
  })
  @IsOptional()
  @IsQueryInteger(1, 100)
  limit = 20;
}
