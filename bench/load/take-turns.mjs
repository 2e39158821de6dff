import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../support/statistics.mjs';

/**
 * Does several kinds of work one after another, over and over, and gives the times of each: whatever the machine does
 * meanwhile, all of them meet it. With `pauseMs` everybody is idle again before the next.
 */
export async function takeTurns(work, { seconds, warmUpSeconds, pauseMs = 0 }) {
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
  const countFrom = performance.now() + warmUpSeconds * 1000;
  while (performance.now() < countFrom + seconds * 1000) {
    for (const [name, run] of Object.entries(work)) {
      if (pauseMs > 0) await sleep(pauseMs);
      const startedAt = performance.now();
      await run();
      if (startedAt >= countFrom) times[name].push(performance.now() - startedAt);
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [
      name,
      { p50Ms: percentile(list, 50), p99Ms: percentile(list, 99), succeeded: list.length },
    ]),
  );
}

/** Asks and waits for the answer; throws if it is not a success. */
export async function askOnce(connection, request) {
  const status = await new Promise((resolve) => connection.ask(request, resolve));
  if (status < 200 || status > 299)
    throw new Error(`${request.split('\r\n')[0]} was answered with ${status}`);
}
