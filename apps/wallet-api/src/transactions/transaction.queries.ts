import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { LimitQuery } from '../validation/limit.js';
import { IsAssetCode, IsInstant, IsText, IsTransactionType, IsUserId } from '../validation/rules.js';

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

  @ApiPropertyOptional({ example: 'spend' })
  @IsOptional()
  @IsTransactionType()
  type?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 128, example: 'order-17' })
  @IsOptional()
  @IsText(128)
  reference?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Created at this instant or later.',
  })
  @IsOptional()
  @IsInstant()
  from?: Date;

  @ApiPropertyOptional({ type: 'string', format: 'date-time', description: 'Created before this instant.' })
  @IsOptional()
  @IsInstant()
  to?: Date;

  @ApiPropertyOptional({ format: 'uuid', description: 'The `id` of the last transaction seen.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'must be a UUID' })
  startingAfter?: string;
}
