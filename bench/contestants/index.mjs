import { rowLock, rowLockPrepared } from './row-lock.mjs';
import { wallet } from './wallet.mjs';

/**
 * Who is measured, in the order of their turns. A contestant is a program that Node runs with `args`, which listens on
 * HOST and PORT and works on the database DATABASE_URL, a fresh one with our schema in `shardCount` shards (ours if it
 * is not given). It must answer top-ups as the wallet does, and leave a ledger in which the audit finds nothing.
 */
export const contestants = [wallet, rowLock, rowLockPrepared];

/** The contestant that the others are compared with. */
export const baseline = rowLock;
