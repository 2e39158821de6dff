import { appCapability } from '../app-capability.js';
import { flowOperations } from './flow-operations.js';
import { walletScopes } from './wallet.scopes.js';
import { WalletsApiModule } from './wallets.module.js';
import { walletProblems } from './wallets.problems.js';

export const wallets = appCapability({
  name: 'wallets',
  module: WalletsApiModule,
  scopes: walletScopes,
  problems: walletProblems,
  operations: flowOperations,
});
