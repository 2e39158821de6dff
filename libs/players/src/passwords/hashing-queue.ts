import { PlayersError } from '../players-error.js';

/** Where a password comes from, as far as the network tells. */
export interface Origin {
  address: string;
  /** Which attempt of this address it is, within the window of its rate limit: 1 for the first. */
  attempt: number;
}

export interface HashingLimits {
  /** Passwords that are hashed at the same time. */
  running: number;
  /** Passwords that wait, of all addresses and of one. */
  waiting: number;
  waitingPerAddress: number;
}

interface Waiting extends Origin {
  start: () => void;
  refuse: () => void;
}

/**
 * Bounds how many passwords are hashed at once, and how many wait. One costs 16 MiB and a core for some tenths of a second.
 *
 * Fair among addresses: the n-th attempts of all addresses come before any address's next one, in order of arrival. An address
 * that hammers therefore waits behind itself. Where the queue is full, a newcomer displaces the entry that would be served
 * last, if its own turn would come before.
 */
export class HashingQueue {
  private running = 0;
  /** In the order in which they are served. */
  private readonly waiting: Waiting[] = [];

  constructor(private readonly limits: HashingLimits) {}

  /** Runs `work` when its turn has come. Throws PlayersError `overloaded` when it is not to have one; then nothing happened. */
  async run<T>(origin: Origin, work: () => Promise<T>): Promise<T> {
    if (this.running < this.limits.running) this.running++;
    else await this.turn(origin);
    try {
      return await work();
    } finally {
      // The place is handed over, so a caller that comes now cannot take it first.
      const next = this.waiting.shift();
      if (next) next.start();
      else this.running--;
    }
  }

  /** Whether an attempt would be refused now. A caller that asks first can spare both sides the body. */
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
