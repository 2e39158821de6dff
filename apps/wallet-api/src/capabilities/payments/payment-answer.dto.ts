import type { PaymentRecord } from '@app/payments';
import { ApiProperty } from '@nestjs/swagger';
import { TransactionAnswer, transactionAnswer } from '../../request/transactional/transaction-answer.dto.js';
import { IsPaymentId, IsProvider, PaymentBody } from './payment.dto.js';

export class PaymentParams {
  @IsProvider()
  provider!: string;

  @IsPaymentId()
  id!: string;
}

export class PaymentAnswer extends PaymentBody {
  @ApiProperty({ description: 'Whose payment it is.', example: 'alice' })
  userId!: string;

  @ApiProperty({ type: [TransactionAnswer], description: 'The transactions that credited it.' })
  credits!: TransactionAnswer[];
}

export function paymentAnswer({ payment, userId, credits }: PaymentRecord): PaymentAnswer {
  return { ...payment, userId, credits: credits.map(transactionAnswer) };
}
