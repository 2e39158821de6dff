import { reversalsCapability } from '@app/reversals';
import { appCapability } from '../app-capability.js';
import { ReversalTransactionMembers } from './reversal-members.dto.js';
import { ReversalsApiModule } from './reversals.module.js';
import { reversalProblems } from './reversals.problems.js';
import { reversalScopes } from './reversals.scopes.js';

export const reversals = appCapability({
  name: 'reversals',
  module: ReversalsApiModule,
  ledger: reversalsCapability,
  scopes: reversalScopes,
  problems: reversalProblems,
  transactionMembers: [ReversalTransactionMembers],
});
