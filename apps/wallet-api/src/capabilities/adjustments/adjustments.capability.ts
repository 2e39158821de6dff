import { adjustmentMembers, adjustmentsCapability } from '@app/adjustments';
import { appCapability } from '../app-capability.js';
import { AdjustmentsApiModule } from './adjustments.module.js';
import { adjustmentProblems } from './adjustments.problems.js';
import { adjustmentScopes } from './adjustments.scopes.js';

export const adjustments = appCapability({
  name: 'adjustments',
  module: AdjustmentsApiModule,
  ledger: adjustmentsCapability,
  scopes: adjustmentScopes,
  problems: adjustmentProblems,
  reservedMetadata: { members: adjustmentMembers, writer: 'an adjustment' },
});
