import { availableParallelism } from 'node:os';
import { PlayersError } from '../players-error.js';

/** The network origin of a login or sign-up. */
export interface Origin {
  address: string;
  /** The number of this attempt from its address within the rate-limit window, from 1. */
  attempt: number;
}

export interface HashingLimits {
  /** Passwords hashed at the same time. */
  running: number;
  /** Passwords that may wait, in total and per address. */
  waiting: number;
  waitingPerAddress: number;
}

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

interface Waiting extends Origin {
  start: () => void;
  refuse: () => void;
}

/**
 * Bounds how many passwords are hashed at once and how many wait. Each costs 16 MiB and a core for a few tenths of a second.
 *
 * Fair among addresses: the n-th attempts of all addresses come before any address's next one, in order of arrival. An address
 * that hammers the service therefore waits behind itself. If the queue is full, a newcomer displaces the last entry if its turn
 * comes earlier.
 */
export class HashingQueue {
  private running = 0;
  /** In serving order. */
  private readonly waiting: Waiting[] = [];

  constructor(private readonly limits: HashingLimits) {}

  /** Runs `work` in its turn. If the queue has no room, throws PlayersError `overloaded` without running it. */
  async run<T>(origin: Origin, work: () => Promise<T>): Promise<T> {
    if (this.running < this.limits.running) this.running++;
    else await this.turn(origin);
    try {
      return await work();
    } finally {
      // Hand the slot over directly, or a newcomer could take it first.
      const next = this.waiting.shift();
      if (next) next.start();
      else this.running--;
    }
  }

  /** Whether an attempt would be rejected now. Checking first saves reading the body. */
  isFullFor({ address, attempt }: Origin): boolean {
    if (this.running < this.limits.running) return false;
    const ofAddress = this.waiting.filter((other) => other.address === address).length;
    if (ofAddress >= this.limits.waitingPerAddress) return true;
    const last = this.waiting.at(-1);
    return this.waiting.length >= this.limits.waiting && (last === undefined || last.attempt <= attempt);
  }

  private turn(origin: Origin): Promise<void> {
    if (this.isFullFor(origin)) throw overloaded();
    return new Promise((resolve, reject) => {
      const entry = {
        ...origin,
        start: resolve,
        refuse: () => {
          reject(overloaded());
        },
      };
      const behind = this.waiting.findIndex(({ attempt }) => attempt > origin.attempt);
      this.waiting.splice(behind === -1 ? this.waiting.length : behind, 0, entry);
      if (this.waiting.length > this.limits.waiting) this.waiting.pop()?.refuse();
    });
  }
}

function overloaded(): PlayersError {
  return new PlayersError('overloaded', 'Too many passwords are being checked; try again in a moment.');
}
