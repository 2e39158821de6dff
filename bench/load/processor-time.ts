import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** `undefined` for an implementation without a service. */
export interface Processes {
  service: number | undefined;
  /** The parent of all processes of PostgreSQL. */
  postmaster: number;
}

/** NaN where the system does not report it. */
export interface ProcessorSeconds {
  service: number;
  database: number;
}

/** `USER_HZ`: the unit in which Linux reports processor time on every platform that Node supports. */
const ticksPerSecond = 100;

/**
 * The processor time that the service and PostgreSQL use between two moments of `performance.now()`. Unlike a rate, it hardly depends on
 * what else the machine does. It is read from Linux's /proc; NaN on other systems.
 */
export async function watchProcessorTime(
  processes: Processes,
  { from, until }: { from: number; until: number },
): Promise<ProcessorSeconds> {
  const read = () => readProcessorSeconds(processes);
  await sleep(from - performance.now());
  const before = read();
  await sleep(until - performance.now());
  const after = read();
  const used = (who: keyof ProcessorSeconds) => (after[who] > before[who] ? after[who] - before[who] : NaN);
  return { service: used('service'), database: used('database') };
}

/** What both have used since they started. */
export function readProcessorSeconds({ service, postmaster }: Processes): ProcessorSeconds {
  return { service: serviceSeconds(service), database: databaseSeconds(postmaster) };
}

function serviceSeconds(pid: number | undefined): number {
  return pid === undefined ? 0 : (readStat(pid)?.seconds ?? 0);
}

/** Includes backends that have ended, whose time their parent accumulates. */
function databaseSeconds(postmaster: number): number {
  const living = familyOf(postmaster).reduce((sum, pid) => sum + (readStat(pid)?.seconds ?? 0), 0);
  return living + (readStat(postmaster)?.endedChildrenSeconds ?? 0);
}

/** PostgreSQL runs one process per connection and a few more, all children of the first. */
function familyOf(parent: number): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => pid === parent || readStat(pid)?.parent === parent);
}

/** See proc_pid_stat(5): after the name in parentheses come the state, the parent, …; utime, stime, cutime and cstime are fields 14 to 17, in ticks. */
function readStat(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const seconds = (first: number) => (Number(fields[first]) + Number(fields[first + 1])) / ticksPerSecond;
    return { parent: Number(fields[1]), seconds: seconds(11), endedChildrenSeconds: seconds(13) };
  } catch {
    return undefined;
  }
}
