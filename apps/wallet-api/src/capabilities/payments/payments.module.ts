import { PaymentsModule } from '@app/payments';
import { Module } from '@nestjs/common';
import { PaidCredits } from './paid-credits.js';
import { PaymentsController } from './payments.controller.js';

/** Reads payments. Other capabilities import it for `PaidCredits`. */
@Module({
  imports: [PaymentsModule],
  controllers: [PaymentsController],
  providers: [PaidCredits],
  exports: [PaidCredits],
})
export class PaymentsApiModule {}
