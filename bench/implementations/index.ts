import { ceiling } from './ceiling.js';
import { sqlFunction, stripedFunction } from './function.js';
import { rowLock, rowLockPrepared } from './row-lock.js';
import { wallet } from './wallet.js';

/**
 * One way to commit top-ups. It works on a fresh database with our schema, and leaves a ledger in which the audit finds nothing.
 */
export type Implementation = { name: string; shardCount?: number } & (ServiceProgram | SqlFunction);

/** A service that Node runs with `args`. It listens on HOST and PORT, uses DATABASE_URL, and answers top-ups as the wallet does. */
export interface ServiceProgram {
  args: string[];
  env: Record<string, string>;
}

/** A function in the database, called without HTTP, at these numbers of connections. */
export interface SqlFunction {
  connections: number[];
  shardCount: number;
  prepareDatabase: (databaseUrl: string) => Promise<void>;
}

/** In the order of their turns. */
export const implementations: Implementation[] = [
  wallet,
  ceiling,
  sqlFunction,
  stripedFunction,
  rowLock,
  rowLockPrepared,
];

/** What is measured without `--only`. */
export const usualImplementations: Implementation[] = [wallet, ceiling, sqlFunction, rowLock];
