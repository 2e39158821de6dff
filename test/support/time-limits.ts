import { cpus, loadavg } from 'node:os';

/**
 * A limit of time as this machine needs it now: stretched by how slow the machine was when the run began
 * (`measure-slowness.mjs`), or by its load at this moment if that is more. A limit ends what hangs; it never decides
 * whether the service is fast enough.
 */
export function stretchedLimit(limitMs: number): number {
  const measured = Number(process.env['TEST_SLOWNESS'] ?? 1);
  const [recent = 0] = loadavg();
  return Math.ceil(limitMs * Math.max(1, measured, recent / cpus().length));
}
