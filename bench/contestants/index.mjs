import { ceiling } from './ceiling.mjs';
import { sqlFunction, stripedFunction } from './function.mjs';
import { rowLock, rowLockPrepared } from './row-lock.mjs';
import { wallet } from './wallet.mjs';

/**
 * Who can be measured, in the order of their turns. A contestant works on a database of its own, a fresh one with our schema
 * in `shardCount` shards (ours if it is not given), and leaves a ledger in which the audit finds nothing. Either it is a
 * service, which Node runs with `args`, which listens on HOST and PORT, works on DATABASE_URL, and answers top-ups as the wallet
 * does; or it is a `program` of bench/load that talks to the database itself, at numbers of `connections` of its own.
 */
export const contestants = [wallet, ceiling, sqlFunction, stripedFunction, rowLock, rowLockPrepared];

/** Who is measured if nobody is named. */
export const usualContestants = [wallet, ceiling, sqlFunction, rowLock];
