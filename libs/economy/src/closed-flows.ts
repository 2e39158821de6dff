import type { EconomyFlow } from '@app/ledger';
import type { EntityManager } from 'typeorm';
import { DayCache } from './day-cache.js';
import { dayMs } from './days.js';
import { type NamedFlowOn, readNamedFlows } from './named-flows.js';

/**
 * Caches the sums of the registered flows on each day, once no transaction before its end can still commit. Today is summed each time,
 * from the rows of today.
 */
export class ClosedFlows {
  private readonly cache = new DayCache<readonly NamedFlowOn[]>();

  /** The sums of each of these days, in all assets. */
  async on(
    days: readonly Date[],
    {
      manager,
      groups,
      flows,
      now,
    }: {
      manager: EntityManager;
      groups: readonly (readonly number[])[];
      flows: readonly EconomyFlow[];
      now: Date;
    },
  ): Promise<(readonly NamedFlowOn[])[]> {
    if (flows.length === 0) return days.map(() => []);
    const cached = this.cache.of(days);
    const wanted = days.filter((day) => !cached.has(day.getTime()));
    const found = await readNamedFlows(manager, { groups, flows, days: wanted });
    for (const [day, sums] of found) this.cache.keep(day, sums, { end: day + dayMs, now });
    return days.map((day) => cached.get(day.getTime()) ?? found.get(day.getTime()) ?? []);
  }
}
