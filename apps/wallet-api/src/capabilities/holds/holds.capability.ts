import { holdsCapability } from '@app/holds';
import { appCapability } from '../app-capability.js';
import { HoldTransactionMembers } from './hold.dto.js';
import { HoldsApiModule } from './holds.module.js';
import { holdProblems } from './holds.problems.js';

export const holds = appCapability({
  name: 'holds',
  module: HoldsApiModule,
  ledger: holdsCapability,
  problems: holdProblems,
  transactionMembers: [HoldTransactionMembers],
});
