import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Need, skipReason } from '../../support/server/needs.js';

/** What campaigns need, and machines or the PostgreSQL of TEST_DATABASE_URL may lack. */
export type Tool = 'strace' | 'faketime' | 'debian-postgres' | 'tmpfs' | 'proc' | Need;

/** Why a tool cannot be used here; undefined if it can. */
const probes: Record<Tool, () => string | undefined> = {
  strace: () => runs('strace', ['-f', '-o', '/dev/null', 'true'], 'install strace, and allow ptrace'),
  faketime: () => (libfaketime() ? undefined : 'libfaketime is not installed (Debian: faketime)'),
  'debian-postgres': () =>
    debianBinaries() ? undefined : 'pg_basebackup is not installed (Debian: postgresql)',
  tmpfs: probeTmpfs,
  'server-process': () => skipReason('server-process'),
  'own-roles': () => skipReason('own-roles'),
  template: () => skipReason('template'),
  distributed: () => skipReason('distributed'),
  citus: () => skipReason('citus'),
  proc: () => (existsSync('/proc/self/status') ? undefined : 'this system has no /proc'),
};

const known = new Map<Tool, string | undefined>();

/** One reason per missing tool. */
export function missingTools(tools: readonly Tool[]): string[] {
  for (const tool of tools) if (!known.has(tool)) known.set(tool, probes[tool]());
  return tools.flatMap((tool) => known.get(tool) ?? []);
}

/** The library that changes the time a process sees. */
export function libfaketime(): string | undefined {
  const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((name) => `/usr/lib/${name}/faketime`);
  return folders.map((folder) => join(folder, 'libfaketime.so.1')).find((file) => existsSync(file));
}

/** The folder of the newest PostgreSQL from Debian's packages that includes pg_basebackup. */
export function debianBinaries(): string | undefined {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => join(home, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'pg_basebackup')));
}

function probeTmpfs(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'wallet-probe-'));
  try {
    const reason = runs('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], 'needs root');
    if (!reason) spawnSync('umount', [folder]);
    return reason && `a tmpfs cannot be mounted here: ${reason}`;
  } finally {
    rmdirSync(folder);
  }
}

function runs(command: string, args: string[], advice: string): string | undefined {
  const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
  if (status === 0) return undefined;
  return `${command} ${error ? 'is not installed' : `exits with ${status}`} (${advice})`;
}
