import { cpus, loadavg } from 'node:os';

/**
 * A time limit for this machine, stretched by its slowness at the start of the run (`measure-slowness.mjs`) or by its current load,
 * whichever is more. A limit ends hanging tests; it never judges performance.
 */
export function stretchedLimit(limitMs: number): number {
  const measured = Number(process.env['TEST_SLOWNESS'] ?? 1);
  const [recent = 0] = loadavg();
  return Math.ceil(limitMs * Math.max(1, measured, recent / cpus().length));
}
