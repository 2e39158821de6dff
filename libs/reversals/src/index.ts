export {
  type Asked,
  type AskedIrreversible,
  type AskedReinstatement,
  type AskedReversal,
  type AskedUnknown,
  type Extent,
} from './asked.js';
export { type Cause, causes, type Shortfall, shortfalls } from './cause.js';
export { type ReversalItem, type ReversalState } from './live-reversals.js';
export { isGranted, isReversible, type Part, partsOf, whole } from './parts.js';
export { type ReversedPart } from './reversal-effects.js';
export { type ReversalRefusal } from './reversal-refusal.js';
export { reversalRule } from './reversal-rule.js';
export { reversalsCapability } from './reversals-capability.js';
