import type { WalletFreeze } from '@app/freezes';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { LimitQuery } from '../../request/validation/limit.js';
import { IsQueryInteger, IsText } from '../../request/validation/rules.js';
import { PageOf } from '../../request/openapi/page.js';

export class FreezeBody {
  @ApiProperty({
    minLength: 1,
    maxLength: 256,
    description: 'Shown in the history of the wallet.',
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
    description: 'The `number` of the last element of the previous page.',
  })
  @IsOptional()
  @IsQueryInteger(1, 2_147_483_647)
  startingAfter?: number;
}

export class FreezeAnswer {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'Counts the changes of one user. Also the cursor.',
    example: 1,
  })
  number!: number;

  @ApiProperty({ enum: ['freeze', 'unfreeze'], example: 'freeze' })
  action!: 'freeze' | 'unfreeze';

  @ApiProperty({ example: 'A payment was charged back' })
  reason!: string;

  @ApiProperty({ description: 'The client that requested it.', example: 'support-desk' })
  by!: string;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  createdAt!: string;
}

export class FreezePage extends PageOf(FreezeAnswer) {}

export function freezeAnswer({ number, action, reason, by, createdAt }: WalletFreeze): FreezeAnswer {
  return { number, action, reason, by, createdAt: createdAt.toISOString() };
}
