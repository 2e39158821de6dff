import { maxAmount } from '@app/accounts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Convert } from '../validation/convert.js';
import { IsAmount, IsMetadata, IsText } from '../validation/rules.js';

export class PostingBody {
  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    maximum: maxAmount,
    description: 'Whole minor units.',
    example: 30,
  })
  @IsAmount()
  amount!: number;

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    minLength: 1,
    maxLength: 128,
    description: 'Your own name for the reason, by which transactions can be found.',
    example: 'order-17',
  })
  @IsOptional()
  @IsText(128)
  reference?: string | null;

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    minLength: 1,
    maxLength: 256,
    example: 'Iron sword',
  })
  @IsOptional()
  @IsText(256)
  description?: string | null;

  @ApiPropertyOptional({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'At most 4 KiB, 50 keys and 3 levels.',
    example: { level: 7 },
  })
  // As it came: class-transformer would copy it.
  @Convert((value) => value)
  @IsOptional()
  @IsMetadata()
  metadata?: Record<string, unknown> | null;
}
