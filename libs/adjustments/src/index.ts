export {
  type Adjustment,
  adjustmentDirections,
  type AdjustmentRefusal,
  adjustmentRule,
} from './adjustment-rule.js';
export { adjustmentsCapability, adjustmentMembers } from './adjustments-capability.js';
