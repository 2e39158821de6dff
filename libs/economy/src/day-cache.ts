/**
 * How long after its end a day counts as closed. A transaction carries the time of its decision and commits within seconds of it
 * (the time limits of a batch and of its statements), but clocks may lag. An hour covers both, and costs one more reading per
 * request until then.
 */
const closedAfterMs = 3_600_000;

/** More days than one request may ask for; the oldest is evicted first. */
const capacity = 128;

/** What is known by day. Nothing is kept before the last transaction that could change it has committed. */
export class DayCache<Value> {
  private readonly cached = new Map<number, Value>();

  /** The values of these days that are cached. Later evictions do not change the answer. */
  of(days: readonly Date[]): ReadonlyMap<number, Value> {
    const found = new Map<number, Value>();
    for (const day of days) {
      const value = this.cached.get(day.getTime());
      if (value !== undefined) found.set(day.getTime(), value);
    }
    return found;
  }

  /** Keeps a value that no transaction after `end` changes, unless one before it may still commit. */
  keep(day: number, value: Value, { end, now }: { end: number; now: Date }): void {
    if (now.getTime() - end < closedAfterMs) return;
    this.cached.set(day, value);
    if (this.cached.size > capacity) this.cached.delete(Math.min(...this.cached.keys()));
  }
}
