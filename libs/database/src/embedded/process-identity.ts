import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { systemErrorCode } from './embedded-cluster-error.js';

/**
 * Identifies a process even if its pid is reused later. `startedAt` is field 22 of `/proc/<pid>/stat` (clock ticks since boot,
 * proc(5)); null if there is no such file.
 */
export interface ProcessIdentity {
  pid: number;
  startedAt: string | null;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: readStat(process.pid)?.startedAt ?? null };
}

/** Whether that process still runs: not another one with the same pid, and not a zombie. */
export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  if (!pidExists(pid)) return false;
  const stat = readStat(pid);
  if (!stat) return true;
  if (stat.state === 'Z' || stat.state === 'X') return false;
  return startedAt === null || stat.startedAt === startedAt;
}

/**
 * Whether the pid belongs to a PostgreSQL server; `undefined` without /proc. A zombie has an empty command line and does not
 * count.
 */
export function isPostgresServer(pid: number): boolean | undefined {
  const commandLine = readProcFile(pid, 'cmdline');
  if (commandLine === undefined) return undefined;
  return basename(commandLine.split('\0')[0] ?? '') === 'postgres';
}

/** Parses an identity written with JSON.stringify; `undefined` for any other text. */
export function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('startedAt' in value)) {
      return undefined;
    }
    const { pid, startedAt } = value;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, startedAt: typeof startedAt === 'string' ? startedAt : null };
  } catch {
    return undefined;
  }
}

export function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === 'EPERM'; // it runs as another user
  }
}

function readStat(pid: number): { state: string; startedAt: string } | undefined {
  const stat = readProcFile(pid, 'stat');
  // The second field is the program's name in brackets, which may itself contain brackets and spaces.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields?.[0], fields?.[19]];
  return state && startedAt ? { state, startedAt } : undefined;
}

function readProcFile(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
