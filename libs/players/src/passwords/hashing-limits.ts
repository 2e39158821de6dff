import { availableParallelism } from 'node:os';
import type { HashingLimits } from './hashing-queue.js';

/** libuv's threads, which scrypt shares with token signatures, DNS look-ups and file access. */
const threadPoolSize = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4) || 4;

/**
 * The limits of running and waiting hashes. One core and one thread of the pool are left to wallet traffic: no token could be
 * verified while every thread hashes. The queue holds about ten seconds of work; one address, which may be that of a whole
 * school, gets less than half of it.
 */
export function hashingLimits(cores = availableParallelism(), threads = threadPoolSize): HashingLimits {
  const running = Math.max(1, Math.min(cores, threads) - 1);
  return { running, waiting: 50 * running, waitingPerAddress: 20 * running };
}
