import { debtsCapability } from '@app/debts';
import { appCapability } from '../app-capability.js';
import { DebtTransactionMembers } from './debts.dto.js';
import { DebtsApiModule } from './debts.module.js';
import { debtProblems } from './debts.problems.js';

export const debts = appCapability({
  name: 'debts',
  module: DebtsApiModule,
  ledger: debtsCapability,
  problems: debtProblems,
  transactionMembers: [DebtTransactionMembers],
});
