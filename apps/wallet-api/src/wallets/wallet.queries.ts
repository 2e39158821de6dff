import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { LimitQuery } from '../validation/limit.js';
import { IsInstant, IsQueryInteger } from '../validation/rules.js';

export class BalanceQuery {
  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Counts every entry recorded at this instant or before (RFC 3339).',
    example: '2026-01-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant({ round: 'down' })
  at?: Date;
}

export class StatementQuery extends LimitQuery {
  @ApiPropertyOptional({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    description: 'The `version` of the last entry seen.',
  })
  @IsOptional()
  @IsQueryInteger(1, Number.MAX_SAFE_INTEGER)
  startingAfter?: number;
}
