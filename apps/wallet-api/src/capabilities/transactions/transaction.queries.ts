import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { registered } from '../../request/openapi/registered.js';
import { LimitQuery } from '../../request/validation/limit.js';
import { IsAssetCode, IsInstant, IsText, IsUserId } from '../../request/validation/rules.js';

export class TransactionParams {
  @ApiProperty({ format: 'uuid', example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' })
  @IsUUID(undefined, { message: 'must be a UUID' })
  id!: string;
}

export class TransactionsQuery extends LimitQuery {
  @ApiPropertyOptional({ example: 'alice' })
  @IsOptional()
  @IsUserId()
  userId?: string;

  @ApiPropertyOptional({ example: 'GOLD' })
  @IsOptional()
  @IsAssetCode()
  asset?: string;

  /** The controller checks that the type is registered. */
  @ApiPropertyOptional({ enum: registered('transactionTypes'), example: 'spend' })
  @IsOptional()
  @IsText(64)
  type?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 128, example: 'order-17' })
  @IsOptional()
  @IsText(128)
  reference?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Created at or after this instant (RFC 3339).',
  })
  @IsOptional()
  @IsInstant({ round: 'up' })
  from?: Date;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Created before this instant (RFC 3339).',
  })
  @IsOptional()
  @IsInstant({ round: 'up' })
  to?: Date;

  @ApiPropertyOptional({ format: 'uuid', description: 'The `id` of the last element of the previous page.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'must be a UUID' })
  startingAfter?: string;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 10_000,
    description: '`start`, or the `cursor` of an earlier page. Cannot be combined with filters.',
    example: 'start',
  })
  @IsOptional()
  @IsText(10_000)
  after?: string;
}
