import { CreateFoundations1764000000001 } from './1764000000001-create-foundations.js';
import { CreateAccounts1764000000002 } from './1764000000002-create-accounts.js';
import { CreateHistory1764000000003 } from './1764000000003-create-history.js';
import { CreateHashChain1764000000004 } from './1764000000004-create-hash-chain.js';
import { CreateIdempotencyKeys1764000000005 } from './1764000000005-create-idempotency-keys.js';
import { CreateUsers1764000000006 } from './1764000000006-create-users.js';
import { CreateClients1764000000007 } from './1764000000007-create-clients.js';
import { CreateCatalogue1764000000008 } from './1764000000008-create-catalogue.js';
import { CreateVerifications1764000000009 } from './1764000000009-create-verifications.js';
import { GuardHistory1764000000010 } from './1764000000010-guard-history.js';
import { GuardMovements1764000000011 } from './1764000000011-guard-movements.js';
import { GuardAccounts1764000000012 } from './1764000000012-guard-accounts.js';
import { GuardFreezes1764000000013 } from './1764000000013-guard-freezes.js';
import { GuardOutcomesAndPasswords1764000000014 } from './1764000000014-guard-outcomes-and-passwords.js';

/** Every migration, in the order in which they run. */
export const migrations = [
  CreateFoundations1764000000001,
  CreateAccounts1764000000002,
  CreateHistory1764000000003,
  CreateHashChain1764000000004,
  CreateIdempotencyKeys1764000000005,
  CreateUsers1764000000006,
  CreateClients1764000000007,
  CreateCatalogue1764000000008,
  CreateVerifications1764000000009,
  GuardHistory1764000000010,
  GuardMovements1764000000011,
  GuardAccounts1764000000012,
  GuardFreezes1764000000013,
  GuardOutcomesAndPasswords1764000000014,
];
