import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { LightClient } from './light-client.js';
import { closedLoop, openLoop } from './load.js';

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

/** The processor time of a process in milliseconds, which other processes do not distort. */
export function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** The processor time of a shed request: writes are blocked, the queues are full, and more requests arrive. */
export async function costOfShedding(
  client: LightClient,
  { pid, databaseUrl, queueLength }: { pid: number; databaseUrl: string; queueLength: number },
): Promise<{ microseconds: number; broken: string[] }> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query('BEGIN; LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE');
  const queued = openLoop(client, 'queued', queueLength * 2, 1);
  await sleep(1_200);
  await untilDigested(pid, 1_300);
  const before = processorMs(pid);
  // Less than the five seconds after which queued requests are shed too.
  const load = await closedLoop(client, 'cost', 32, 2);
  const used = processorMs(pid) - before;
  await owner.query('ROLLBACK');
  await owner.end();
  await queued;

  const broken: string[] = [];
  if (load.shed.length === 0) broken.push('nothing was shed although the queues were full');
  if (load.acknowledged.length > 0)
    broken.push(`${load.acknowledged.length} credits while nothing could be written`);
  if (load.withoutRetryAfter > 0) broken.push(`${load.withoutRetryAfter} were shed without Retry-After`);
  return { microseconds: Math.round((used * 1_000) / Math.max(1, load.shed.length)), broken };
}

/** Waits until the process is idle, or for this long, to keep earlier requests out of the measurement. */
async function untilDigested(pid: number, limitMs: number): Promise<void> {
  const giveUpAt = performance.now() + limitMs;
  for (let used = Infinity; used > 2 * tickMs && performance.now() < giveUpAt;) {
    const before = processorMs(pid);
    await sleep(100);
    used = processorMs(pid) - before;
  }
}
