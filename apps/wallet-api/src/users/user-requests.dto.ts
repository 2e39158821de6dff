import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { LimitQuery } from '../validation/limit.js';
import { IsMetadata, IsQueryInteger, IsText, IsUserId } from '../validation/rules.js';

export class UserBody {
  @ApiProperty({
    description: 'The id that the game already has.',
    example: 'carol',
  })
  @IsUserId()
  userId!: string;

  @ApiPropertyOptional({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'At most 4 KiB, 50 keys and 3 levels.',
    example: { country: 'NL' },
  })
  @IsOptional()
  @IsMetadata()
  metadata?: Record<string, unknown> | null;
}

export class UsersQuery extends LimitQuery {
  @ApiPropertyOptional({ description: 'The last `userId` seen.' })
  @IsOptional()
  @IsUserId()
  startingAfter?: string;
}

export class FreezeBody {
  @ApiProperty({
    minLength: 1,
    maxLength: 256,
    description: 'For whoever reads the history.',
    example: 'A payment was charged back',
  })
  @IsText(256)
  reason!: string;
}

export class FreezesQuery extends LimitQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 2_147_483_647,
    description: 'The `number` of the last change seen.',
  })
  @IsOptional()
  @IsQueryInteger(1, 2_147_483_647)
  startingAfter?: number;
}
