import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../support/statistics.js';
import type { Window } from './tally.js';

export interface Times {
  p50Ms: number;
  p99Ms: number;
}

export interface TurnsResult {
  /** By the name of the work. */
  times: Record<string, Times>;
  /** How often each was done. */
  succeeded: number;
}

/**
 * Runs several kinds of work one after another, over and over, and times each: whatever else the machine does hits all of them
 * alike. `pauseMs` lets every process become idle before the next.
 */
export async function takeTurns(
  work: Record<string, () => Promise<unknown>>,
  { seconds, warmUpSeconds, pauseMs = 0 }: Window & { pauseMs?: number },
): Promise<TurnsResult> {
  const timed = Object.entries(work).map(([name, run]) => ({ name, run, latencies: [] as number[] }));
  const countFrom = performance.now() + warmUpSeconds * 1000;
  while (performance.now() < countFrom + seconds * 1000) {
    for (const { run, latencies } of timed) {
      if (pauseMs > 0) await sleep(pauseMs);
      const startedAt = performance.now();
      await run();
      if (startedAt >= countFrom) latencies.push(performance.now() - startedAt);
    }
  }
  return {
    times: Object.fromEntries(
      timed.map(({ name, latencies }) => [
        name,
        { p50Ms: percentile(latencies, 50), p99Ms: percentile(latencies, 99) },
      ]),
    ),
    succeeded: timed[0]?.latencies.length ?? 0,
  };
}
