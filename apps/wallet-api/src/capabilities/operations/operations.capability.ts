import { operationsCapability } from '@app/operations';
import { appCapability } from '../app-capability.js';
import { OperationsAnswer } from './operations.dto.js';
import { OperationsApiModule } from './operations.module.js';

export const operations = appCapability({
  name: 'operations',
  module: OperationsApiModule,
  ledger: operationsCapability,
  transactionMembers: [OperationsAnswer],
});
