import { availableParallelism } from 'node:os';
import type { HashingLimits } from './hashing-queue.js';

/** The threads of libuv, which scrypt shares with the signatures of tokens, name look-ups and files. */
const threadPoolSize = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4) || 4;

/**
 * How many passwords may be hashed and may wait, on a machine of so many cores. One core and one thread of the pool are left to
 * wallet traffic: a token could not be checked while every thread hashes. As many wait as are
 * served within some ten seconds; an address, which may be that of a school, has less than half of the places.
 */
export function hashingLimits(cores = availableParallelism(), threads = threadPoolSize): HashingLimits {
  const running = Math.max(1, Math.min(cores, threads) - 1);
  return { running, waiting: 50 * running, waitingPerAddress: 20 * running };
}
