import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { FunctionOrder } from '../load/function-load.js';
import type { HttpOrder } from '../load/http-load.js';
import type { IdleOrder } from '../load/idle-latency.js';
import type { PagesOrder } from '../load/page-latency.js';
import type { TurnsResult } from '../load/take-turns.js';
import type { LoadResult } from '../load/tally.js';

/** The programs of bench/load: the order that each takes, and what it answers. */
export interface Programs {
  'http-load': [HttpOrder, LoadResult];
  'function-load': [FunctionOrder, LoadResult];
  'idle-latency': [IdleOrder, TurnsResult];
  'page-latency': [PagesOrder, TurnsResult];
}

/**
 * Runs a program of bench/load in another process, sends it the order and returns its counts. Throws if nothing succeeded: such a
 * figure would be meaningless.
 */
export async function measure<Name extends keyof Programs>(
  program: Name,
  order: Programs[Name][0],
): Promise<Programs[Name][1]> {
  // JSON has no NaN, which stands for "not measured".
  const generator = fork(new URL(`../load/${program}.js`, import.meta.url), { serialization: 'advanced' });
  const gone = once(generator, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code as number}`);
  });
  const answer = once(generator, 'message');
  generator.send(order);
  const [point] = (await Promise.race([answer, gone])) as [Programs[Name][1]];
  await gone.catch(() => undefined);
  if (point.succeeded === 0)
    throw new Error(`no request succeeded: ${JSON.stringify('ask' in order ? order.ask : order.pages)}`);
  return point;
}

/** How long a process must run before it counts (compiled code, filled pools), and how long after each change of load. */
export function warmUpSeconds(isFirst: boolean): number {
  return isFirst ? 3 : 1;
}

/** The order of turns in a round: every second round runs backwards, so none always follows the same one. */
export function inTurn<Entry>(entries: readonly Entry[], round: number): readonly Entry[] {
  return round % 2 === 1 ? entries : entries.toReversed();
}
