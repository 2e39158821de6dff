import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** `USER_HZ`: what Linux counts processor time in, on every platform that Node runs on. */
const ticksPerSecond = 100;

/**
 * The processor time that the service and PostgreSQL use between two moments, in seconds. Unlike a rate it hardly depends on what
 * else the machine does. NaN where the
 * system does not tell: it is read from Linux's /proc.
 */
export async function watchProcessorTime({ service, postmaster }, { from, until }) {
  await sleep(from - performance.now());
  const before = { service: secondsOf([service]), database: databaseSeconds(postmaster) };
  await sleep(until - performance.now());
  const after = { service: secondsOf([service]), database: databaseSeconds(postmaster) };
  const used = (who) => (after[who] > before[who] ? after[who] - before[who] : NaN);
  return { service: used('service'), database: used('database') };
}

function secondsOf(pids) {
  return pids.reduce((sum, pid) => sum + (readStat(pid)?.seconds ?? 0), 0);
}

/** Includes backends that have ended, whose time their parent accumulates. */
function databaseSeconds(postmaster) {
  return secondsOf(familyOf(postmaster)) + (readStat(postmaster)?.endedChildrenSeconds ?? 0);
}

/** PostgreSQL has a process for each connection, and some more, all of them children of the first. */
function familyOf(parent) {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => Number(pid) === parent || readStat(pid)?.parent === parent);
}

/** See proc_pid_stat(5): behind the name in parentheses come the state, the parent, …, and in ticks utime, stime, cutime and cstime as fields 14 to 17. */
function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const seconds = (first) => (Number(fields[first]) + Number(fields[first + 1])) / ticksPerSecond;
    return { parent: Number(fields[1]), seconds: seconds(11), endedChildrenSeconds: seconds(13) };
  } catch {
    return undefined;
  }
}
