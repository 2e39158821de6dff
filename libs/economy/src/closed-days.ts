import type { EntityManager } from 'typeorm';
import { readSystemBalancesAt, type SystemBalanceAt } from './system-balances-at.js';

/**
 * How long after midnight a day counts as closed. A transaction carries the time of its decision and is committed within
 * seconds of it (the time limits of a batch and of its statements), but the clock of an instance may be behind. An hour covers
 * both, and costs one more bisection per request until then.
 */
const closedAfterMs = 3_600_000;

/** More days than one request may ask for; the oldest is evicted first. */
const capacity = 128;

/**
 * The balances of the system accounts at the start of each day. Once no more transactions can be committed before a start,
 * they are read once per process; until then they are read each time.
 */
export class ClosedDays {
  private readonly cached = new Map<number, readonly SystemBalanceAt[]>();

  async balancesAt(
    starts: readonly Date[],
    { manager, shards, now }: { manager: EntityManager; shards: readonly number[]; now: Date },
  ): Promise<(readonly SystemBalanceAt[])[]> {
    const cached = new Map(this.cached);
    const instants = starts.filter((start) => !cached.has(start.getTime()));
    const found = await readSystemBalancesAt(manager, { shards, instants });
    for (const [start, balances] of found) {
      if (now.getTime() - start >= closedAfterMs) this.cache(start, balances);
    }
    return starts.map((start) => cached.get(start.getTime()) ?? found.get(start.getTime()) ?? []);
  }

  private cache(start: number, balances: readonly SystemBalanceAt[]): void {
    this.cached.set(start, balances);
    if (this.cached.size > capacity) this.cached.delete(Math.min(...this.cached.keys()));
  }
}
