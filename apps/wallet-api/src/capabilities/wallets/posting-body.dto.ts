import { ApiProperty } from '@nestjs/swagger';
import { IsAmount } from '../../request/validation/rules.js';
import { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';
import { MayHavePayment, type PaymentBody } from '../payments/payment.dto.js';
import { positiveInteger } from '../../request/figures/integers.js';

export class PostingBody extends ConditionalDetails {
  @ApiProperty({
    ...positiveInteger,
    description: 'In whole minor units.',
    example: 30,
  })
  @IsAmount()
  amount!: number;
}

export class TopUpBody extends PostingBody {
  @MayHavePayment()
  payment?: PaymentBody;
}
