import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { LimitQuery } from '../../request/validation/limit.js';
import { IsMetadata, IsUserId } from '../../request/validation/rules.js';

export class UserBody {
  @ApiProperty({
    description: "The game's id of the user.",
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

export class UserChangeBody {
  @ApiProperty({ description: 'Whether sandbox payments of this user are accepted in a live environment.' })
  @IsBoolean({ message: 'must be true or false' })
  tester!: boolean;
}

export class UsersQuery extends LimitQuery {
  @ApiPropertyOptional({ description: 'The `userId` of the last element of the previous page.' })
  @IsOptional()
  @IsUserId()
  startingAfter?: string;
}
