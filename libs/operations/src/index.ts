export { operationGroup } from './operation-group.js';
export { type OperationResult } from './operation-results.js';
export { operationsCapability } from './operations-capability.js';
