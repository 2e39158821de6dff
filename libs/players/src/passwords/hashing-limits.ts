import { availableParallelism } from 'node:os';
import type { HashingLimits } from './hashing-queue.js';

/** libuv's threads, which scrypt shares with token signatures, DNS look-ups and file access. */
const threadPoolSize = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4) || 4;

/**
 * How many passwords may be hashed at once, and how many may wait. One core and one thread of the pool are left to wallet
 * traffic: no token could be checked while every thread hashes. The queue holds about ten seconds of work; one address, which
 * may be a whole school's, gets less than half of it.
 */
export function hashingLimits(cores = availableParallelism(), threads = threadPoolSize): HashingLimits {
  const running = Math.max(1, Math.min(cores, threads) - 1);
  return { running, waiting: 50 * running, waitingPerAddress: 20 * running };
}
