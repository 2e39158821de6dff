import { cpus, loadavg } from 'node:os';

/**
 * A limit of time as it is on this machine at this moment: where more programs want to run than there are cores, everything
 * takes that much longer, and a limit that was meant for the service would measure its neighbours.
 */
export function patience(limitMs: number): number {
  const [recent = 0] = loadavg();
  return limitMs * Math.max(1, recent / cpus().length);
}
