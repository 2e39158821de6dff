import { type Cause, causes, type Shortfall, shortfalls } from '@app/reversals';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { positiveInteger } from '../../request/figures/integers.js';
import { PostingDetails } from '../../request/transactional/posting-details.dto.js';
import { IsNested } from '../../request/validation/nested.js';
import { IsAmount, MayBeLeftOut } from '../../request/validation/rules.js';
import { ValidateWithin } from '../../request/validation/validate-within.js';
import { maxOperations } from '../operations/operations.dto.js';
import { IsPaymentId, IsProvider } from '../payments/payment.dto.js';
import { ShareBody, upToFaults } from './share.js';

/** Names a payment that was credited. */
export class PaymentName {
  @IsProvider()
  provider!: string;

  @IsPaymentId()
  id!: string;
}

@ApiExtraModels(ShareBody)
export class ReversalBody extends PostingDetails {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The transaction to reverse. Either this or `payment`.',
    example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10',
  })
  @MayBeLeftOut()
  @IsUUID(undefined, { message: 'must be a UUID' })
  transactionId?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: maxOperations - 1,
    description:
      'Reverses one operation of a transaction of type `operations`, counted from 0. Without it, all of them are reversed.',
    example: 0,
  })
  @MayBeLeftOut()
  @IsInt({ message: `must be an integer from 0 to ${maxOperations - 1}` })
  @Min(0, { message: `must be an integer from 0 to ${maxOperations - 1}` })
  @Max(maxOperations - 1, { message: `must be an integer from 0 to ${maxOperations - 1}` })
  operation?: number;

  @ApiPropertyOptional({
    type: PaymentName,
    description: 'Reverses all top-ups and bonuses that were credited for this payment.',
    example: { provider: 'app-store', id: '2000000123456789' },
  })
  @MayBeLeftOut()
  @IsNested(PaymentName)
  payment?: PaymentName;

  @ApiPropertyOptional({
    ...positiveInteger,
    description: 'How much to reverse. Everything that is left without `amount` and `upTo`.',
    example: 100,
  })
  @MayBeLeftOut()
  @IsAmount()
  amount?: number;

  @ApiPropertyOptional({
    oneOf: [{ ...positiveInteger }, { $ref: getSchemaPath(ShareBody) }],
    description:
      'The total to have reversed after this request, whatever was reversed before. If it is reached already, the answer has the amount 0. With `payment`, it can be a share of each credit, rounded up.',
    example: 250,
  })
  @MayBeLeftOut()
  @ValidateWithin(upToFaults)
  upTo?: number | ShareBody;

  @ApiProperty({ enum: causes, description: 'Recorded with the reversal.', example: 'refund' })
  @IsIn(causes, { message: `must be one of ${causes.join(', ')}` })
  cause!: Cause;

  @ApiPropertyOptional({
    enum: shortfalls,
    description:
      'What happens if the user no longer has credits that are to be taken back. `owe`: the user owes the rest, and later credits repay it first. `take-what-is-left`: the rest is written off. `refuse`: nothing happens. By default, a top-up reversed as `refund`, `chargeback` or `fraud` is owed, one reversed as `mistake` or `goodwill` is written off, and a bonus or a reward is refused. A conversion is always refused.',
    example: 'owe',
  })
  @MayBeLeftOut()
  @IsIn(shortfalls, { message: `must be one of ${shortfalls.join(', ')}` })
  onShortfall?: Shortfall;
}

export class ReinstatementBody extends PostingDetails {
  @ApiPropertyOptional({
    ...positiveInteger,
    description: 'How much of the reversal to undo. Everything that is left if absent.',
    example: 100,
  })
  @MayBeLeftOut()
  @IsAmount()
  amount?: number;
}
