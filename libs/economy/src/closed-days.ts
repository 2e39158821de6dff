import type { EntityManager } from 'typeorm';
import { DayCache } from './day-cache.js';
import { readSystemBalancesAt, type SystemBalanceAt } from './system-balances-at.js';

/**
 * Caches the balances of the system accounts at the start of each day, once no transaction before that start can still commit.
 * Until then they are read each time.
 */
export class ClosedDays {
  private readonly cache = new DayCache<readonly SystemBalanceAt[]>();

  async balancesAt(
    starts: readonly Date[],
    { manager, groups, now }: { manager: EntityManager; groups: readonly (readonly number[])[]; now: Date },
  ): Promise<(readonly SystemBalanceAt[])[]> {
    const cached = this.cache.of(starts);
    const instants = starts.filter((start) => !cached.has(start.getTime()));
    const found = await readSystemBalancesAt(manager, { groups, instants });
    for (const [start, balances] of found) this.cache.keep(start, balances, { end: start, now });
    return starts.map((start) => cached.get(start.getTime()) ?? found.get(start.getTime()) ?? []);
  }
}
