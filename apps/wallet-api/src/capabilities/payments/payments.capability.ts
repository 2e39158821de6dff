import { paymentsCapability } from '@app/payments';
import { appCapability } from '../app-capability.js';
import { PaymentTransactionMembers } from './payment.dto.js';
import { PaymentsApiModule } from './payments.module.js';
import { paymentProblems } from './payments.problems.js';

export const payments = appCapability({
  name: 'payments',
  module: PaymentsApiModule,
  ledger: paymentsCapability,
  problems: paymentProblems,
  transactionMembers: [PaymentTransactionMembers],
});
