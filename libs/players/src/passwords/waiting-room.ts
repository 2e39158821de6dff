import { PlayersError } from '../players-error.js';

/**
 * Lets a few callers in at a time, and a bounded number wait. A password costs 16 MiB and a core for some tenths of a second:
 * without a bound a crowd at the login would take the memory and the cores from the wallets.
 */
export class WaitingRoom {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limits: { inside: number; waiting: number }) {}

  /** Throws PlayersError `overloaded` when the room is full. */
  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside < this.limits.inside) this.inside++;
    else await this.turn();
    try {
      return await work();
    } finally {
      // Whoever leaves hands the place over, so that nobody who comes now can take it first.
      const next = this.waiting.shift();
      if (next) next();
      else this.inside--;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.limits.waiting) {
      throw new PlayersError('overloaded', 'Too many passwords are being checked; try again in a moment.');
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
