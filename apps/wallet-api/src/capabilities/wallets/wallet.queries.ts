import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { LimitQuery } from '../../request/validation/limit.js';
import { EndsPeriod, IsInstant, IsQueryInteger } from '../../request/validation/rules.js';
import { positiveInteger } from '../../request/figures/integers.js';

export class BalanceQuery {
  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'The balance at this instant (RFC 3339): counts every entry recorded at or before it.',
    example: '2026-01-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant({ round: 'down' })
  at?: Date;
}

export class StatementQuery extends LimitQuery {
  @ApiPropertyOptional({
    ...positiveInteger,
    description: 'The `version` of the last element of the previous page.',
  })
  @IsOptional()
  @IsQueryInteger(1, Number.MAX_SAFE_INTEGER)
  startingAfter?: number;
}

/** The longest period of one statement: a leap year. */
const mostDays = 366;

export class PeriodQuery {
  @ApiProperty({
    type: 'string',
    format: 'date-time',
    description: 'Recorded at or after this instant (RFC 3339).',
    example: '2026-01-01T00:00:00Z',
  })
  @IsInstant({ round: 'up' })
  from!: Date;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    description: `Recorded before this instant (RFC 3339). Later than \`from\`, by at most ${mostDays} days.`,
    example: '2026-02-01T00:00:00Z',
  })
  @IsInstant({ round: 'up' })
  @EndsPeriod({ mostDays })
  to!: Date;
}
