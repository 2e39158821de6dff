import { Payments } from '@app/payments';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ProblemError } from '../../request/problems/problem.js';
import { PaymentAnswer, paymentAnswer, PaymentParams } from './payment-answer.dto.js';

@ApiTags('Payments')
@Controller('v1/payments')
export class PaymentsController {
  constructor(private readonly payments: Payments) {}

  @Get(':provider/:id')
  @RequiresScope('wallet:read')
  @ApiOperation({
    summary: 'Get a payment with every credit of it',
    description: 'Percent-encode the id: it can contain slashes.',
  })
  @ApiOkResponse({ type: PaymentAnswer })
  @ApiProblems('validation-failed', 'payment-not-found', 'database-unavailable')
  async getPayment(@Param() { provider, id }: PaymentParams): Promise<PaymentAnswer> {
    const found = await this.payments.find({ provider, id });
    if (!found) throw new ProblemError('payment-not-found', `No payment ${provider}/${id} was credited.`);
    return paymentAnswer(found);
  }
}
