import { changeKinds } from '@app/changes';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { LimitQuery } from '../../request/validation/limit.js';
import { NumberCursor } from '../../request/validation/number-cursor.js';
import { IsInstant, IsText } from '../../request/validation/rules.js';

export class ChangesQuery extends LimitQuery {
  @ApiPropertyOptional({ enum: changeKinds, example: 'item' })
  @IsOptional()
  @IsIn(changeKinds, { message: `must be one of ${changeKinds.join(', ')}` })
  kind?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 128, example: 'iron-sword' })
  @IsOptional()
  @IsText(128)
  subject?: string;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 128,
    description: 'The id of a client, or `operator:` and a login.',
    example: 'live-ops',
  })
  @IsOptional()
  @IsText(128)
  by?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Recorded at or after this instant (RFC 3339).',
  })
  @IsOptional()
  @IsInstant({ round: 'up' })
  from?: Date;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Recorded before this instant (RFC 3339).',
  })
  @IsOptional()
  @IsInstant({ round: 'up' })
  to?: Date;

  @NumberCursor()
  startingAfter?: number;
}
