import { CreateLedgerTables1763700000001 } from './1763700000001-create-ledger-tables.js';
import { CreateLedgerFunctions1763700000002 } from './1763700000002-create-ledger-functions.js';
import { GuardHistory1763700000003 } from './1763700000003-guard-history.js';
import { CreateClients1763700000005 } from './1763700000005-create-clients.js';
import { CreatePlayers1763700000006 } from './1763700000006-create-players.js';
import { CreateCatalogue1763700000007 } from './1763700000007-create-catalogue.js';
import { CreateUsers1763700000008 } from './1763700000008-create-users.js';
import { IndexEntriesByTime1763700000009 } from './1763700000009-index-entries-by-time.js';
import { SeparateCallers1763700000010 } from './1763700000010-separate-callers.js';
import { TightenIdsAndNames1763700000012 } from './1763700000012-tighten-ids-and-names.js';
import { RecordVerifications1763700000013 } from './1763700000013-record-verifications.js';
import { LimitWhatClientsStore1763700000014 } from './1763700000014-limit-what-clients-store.js';
import { RetireAssets1763700000020 } from './1763700000020-retire-assets.js';
import { GivePlaces1763700000021 } from './1763700000021-give-places.js';
import { WidenSystemBalances1763700000024 } from './1763700000024-widen-system-balances.js';
import { LetRefusalsLeaveNothing1763700000025 } from './1763700000025-let-refusals-leave-nothing.js';
import { RefuseMore1763700000026 } from './1763700000026-refuse-more.js';
import { NameTheActor1763700000027 } from './1763700000027-name-the-actor.js';

/** Every migration, in the order in which they run. */
export const migrations = [
  CreateLedgerTables1763700000001,
  CreateLedgerFunctions1763700000002,
  GuardHistory1763700000003,
  CreateClients1763700000005,
  CreatePlayers1763700000006,
  CreateCatalogue1763700000007,
  CreateUsers1763700000008,
  IndexEntriesByTime1763700000009,
  SeparateCallers1763700000010,
  TightenIdsAndNames1763700000012,
  RecordVerifications1763700000013,
  LimitWhatClientsStore1763700000014,
  RetireAssets1763700000020,
  GivePlaces1763700000021,
  WidenSystemBalances1763700000024,
  LetRefusalsLeaveNothing1763700000025,
  RefuseMore1763700000026,
  NameTheActor1763700000027,
];
