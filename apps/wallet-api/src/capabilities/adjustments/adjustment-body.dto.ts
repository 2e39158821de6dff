import { type Adjustment, adjustmentDirections } from '@app/adjustments';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { positiveInteger } from '../../request/figures/integers.js';
import { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';
import { IsAmount, IsText } from '../../request/validation/rules.js';

export class AdjustmentBody extends ConditionalDetails {
  @ApiProperty({
    enum: adjustmentDirections,
    description: '`credit` raises the balance of the user, `debit` lowers it.',
    example: 'credit',
  })
  @IsIn(adjustmentDirections, { message: `must be ${adjustmentDirections.join(' or ')}` })
  direction!: Adjustment['direction'];

  @ApiProperty({ ...positiveInteger, description: 'In whole minor units.', example: 30 })
  @IsAmount()
  amount!: number;

  @ApiProperty({
    minLength: 1,
    maxLength: 256,
    description: 'Why. Recorded with the transaction, where the player can read it too.',
    example: 'Lost in the crash of 12 May',
  })
  @IsText(256)
  reason!: string;
}
