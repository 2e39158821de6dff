import type { EntityManager } from 'typeorm';
import { readStandings, type Standing } from './standings.js';

/**
 * How long after midnight a day counts as closed. A transaction carries the time of its decision and is committed within
 * seconds of it (the time limits of a batch and of its statements), but the clock of an instance may be behind. An hour covers
 * both, and costs one more bisection per request until then.
 */
const closedAfterMs = 3_600_000;

/** More days than one request may ask for; the oldest is evicted first. */
const capacity = 128;

/**
 * Where the system accounts stood at the start of each day. Once no more transactions can be committed before a start, it is
 * read once per process; until then it is read each time.
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
