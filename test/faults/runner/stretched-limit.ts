import { cpus, loadavg } from 'node:os';

/**
 * A time limit, stretched by the current load of the machine. With more runnable programs than cores everything takes
 * proportionally longer, and an unscaled limit would measure the neighbours instead of the service.
 */
export function stretchedLimit(limitMs: number): number {
  const [recent = 0] = loadavg();
  return limitMs * Math.max(1, recent / cpus().length);
}
