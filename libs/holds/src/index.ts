export { holdPosting } from './describe-hold.js';
export { type Hold, holdSeconds, type HoldStatus, holdStatuses, mostOpenHolds, remainingOf } from './hold.js';
export { shownHold } from './hold-event.js';
export { type HoldRefusal } from './hold-refusal.js';
export { type HoldFilter, Holds } from './holds.js';
export { holdsCapability } from './holds-capability.js';
export { HoldsModule } from './holds.module.js';
