import type { EntityManager } from 'typeorm';
import { readSystemBalancesAt, type SystemBalanceAt } from './system-balances-at.js';

/**
 * How long after midnight a day counts as closed. A transaction carries the time of its decision and commits within seconds of it
 * (the time limits of a batch and of its statements), but clocks may lag. An hour covers both, and costs one more bisection per
 * request until then.
 */
const closedAfterMs = 3_600_000;

/** More days than one request may ask for; the oldest is evicted first. */
const capacity = 128;

/**
 * Caches the balances of the system accounts at the start of each day, once no transaction before that start can still commit.
 * Until then they are read each time.
 */
export class ClosedDays {
  private readonly cached = new Map<number, readonly SystemBalanceAt[]>();

  async balancesAt(
    starts: readonly Date[],
    { manager, groups, now }: { manager: EntityManager; groups: readonly (readonly number[])[]; now: Date },
  ): Promise<(readonly SystemBalanceAt[])[]> {
    const cached = new Map(this.cached);
    const instants = starts.filter((start) => !cached.has(start.getTime()));
    const found = await readSystemBalancesAt(manager, { groups, instants });
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
