import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a program of bench/load as a process of its own, tells it what to do, and gives what it counted. Throws if nothing
 * succeeded: such a figure would mean nothing.
 */
export async function measure(program, order) {
  // JSON has no NaN, which stands for what was not measured.
  const generator = fork(new URL(`../load/${program}`, import.meta.url), { serialization: 'advanced' });
  const gone = once(generator, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code}`);
  });
  const answer = once(generator, 'message');
  generator.send(order);
  const [point] = await Promise.race([answer, gone]);
  await gone.catch(() => undefined);
  if (point.succeeded === 0) throw new Error(`nothing succeeded: ${JSON.stringify(order.ask)}`);
  return point;
}

/** How long a process must run before it counts (compiled code, filled pools), and how long after each change of load. */
export function warmUpSeconds(isFirst) {
  return isFirst ? 3 : 1;
}
