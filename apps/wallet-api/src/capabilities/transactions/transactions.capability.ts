import { appCapability } from '../app-capability.js';
import { TransactionsApiModule } from './transactions.module.js';
import { transactionErrors, transactionProblems } from './transactions.problems.js';

export const transactions = appCapability({
  name: 'transactions',
  module: TransactionsApiModule,
  problems: transactionProblems,
  errors: transactionErrors,
});
