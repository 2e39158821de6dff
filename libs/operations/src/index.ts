export { operationGroup } from './operation-group.js';
export { type OperationResult } from './operation-results.js';
export { operationsCapability } from './operations-capability.js';
export { selectOperations } from './operations-sql.js';
