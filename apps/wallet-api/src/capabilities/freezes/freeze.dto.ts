import type { WalletFreeze } from '@app/freezes';
import { ApiProperty } from '@nestjs/swagger';
import { LimitQuery } from '../../request/validation/limit.js';
import { NumberCursor } from '../../request/validation/number-cursor.js';
import { IsText } from '../../request/validation/rules.js';
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
  @NumberCursor()
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
