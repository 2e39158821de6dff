export { type ConnectionOptions, postgresOptions } from './connection.js';
export {
  type EmbeddedCluster,
  type EmbeddedClusterOptions,
  startEmbeddedCluster,
} from './embedded/embedded-cluster.js';
export { EmbeddedClusterError } from './embedded/embedded-cluster-error.js';
export { writeBigint, writeUuid } from './binary-arrays.js';
export { checkSchema } from './check-schema.js';
export { databaseUrlFault, schemaName, withSchema } from './database-url.js';
export { type Engine, engineAt } from './distribution/engine.js';
export { type NodeAddress, NodeConnections } from './distribution/node-connections.js';
export { openConnections, type OpenConnectionsOptions } from './distribution/open-connections.js';
export { migrate, type MigrateOptions, prepareServiceLogin } from './migrate.js';
export { type PoolState, readPoolState } from './pool/pool-state.js';
export { schemaState, type SchemaState } from './migration-history.js';
export { openPool } from './pool/pools.js';
export { warnIfTooMany } from './pool/server-room.js';
export { readClock } from './read-clock.js';
export { type LoginRights, readLoginRights, requireOwner } from './rights/login-rights.js';
export { SchemaError } from './schema-error.js';
export { ConnectionFitness } from './session/connection-fitness.js';
export { requireOwnSessions } from './session/require-own-sessions.js';
export { applicationRole } from './session/settings.js';
export { isTransientDatabaseError } from './transaction/failure.js';
export { type Pipeline } from './transaction/pipeline.js';
export { readWritability, type Writability } from './transaction/read-writability.js';
export { renewPlans } from './transaction/renew-plans.js';
export { Retries } from './transaction/retries.js';
export { terminateBackend } from './transaction/terminate-backend.js';
export {
  CommitWarningError,
  discard,
  runInTransaction,
  TransactionFailedError,
} from './transaction/transaction.js';
export { inTransaction } from './transaction/in-transaction.js';
export { TransactionRunner } from './transaction/transaction-runner.js';
export { UnavailableError } from './transaction/unavailable-error.js';
export {
  readWalletEnvironment,
  walletEnvironment,
  type WalletEnvironment,
  walletEnvironments,
} from './wallet-environment.js';
export { type WriteRefusal, writeRefusalOf } from './transaction/write-refusal.js';
