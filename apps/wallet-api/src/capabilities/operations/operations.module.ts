import { Module } from '@nestjs/common';
import { PaymentsApiModule } from '../payments/payments.module.js';
import { DescribeOperations } from './describe-operations.js';
import { OperationsController } from './operations.controller.js';

/** Several operations of one user, all or none. */
@Module({
  imports: [PaymentsApiModule],
  controllers: [OperationsController],
  providers: [DescribeOperations],
})
export class OperationsApiModule {}
