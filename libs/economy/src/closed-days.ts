import type { EntityManager } from 'typeorm';
import { readStandings, type Standing } from './standings.js';

/**
 * When a day counts as ended, after its midnight. A transaction carries the time at which its instance decided it. It is
 * committed within some seconds of that (the time limits of a batch and of its statements), but the clock of an instance may
 * be behind: an hour covers both, and costs one more bisection per request until it is over.
 */
const closedAfterMs = 3_600_000;

/** More starts of days than one request may ask for; the oldest is forgotten first. */
const capacity = 128;

/**
 * Where the system accounts stood at the start of each day. The standings before a day that has ended are read once in the
 * life of the process; a start of a day that transactions may still be committed before is read each time.
 */
export class ClosedDays {
  private readonly known = new Map<number, readonly Standing[]>();

  async standingsAt(
    starts: readonly Date[],
    { manager, shards, now }: { manager: EntityManager; shards: readonly number[]; now: Date },
  ): Promise<(readonly Standing[])[]> {
    const known = new Map(this.known);
    const instants = starts.filter((start) => !known.has(start.getTime()));
    const found = await readStandings(manager, { shards, instants });
    for (const [start, standing] of found) {
      if (now.getTime() - start >= closedAfterMs) this.remember(start, standing);
    }
    return starts.map((start) => known.get(start.getTime()) ?? found.get(start.getTime()) ?? []);
  }

  private remember(start: number, standing: readonly Standing[]): void {
    this.known.set(start, standing);
    if (this.known.size > capacity) this.known.delete(Math.min(...this.known.keys()));
  }
}
