import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRoot, unprivilegedUser } from '../../../libs/database/src/embedded/os-user.js';

/** Debian keeps the programs of a server outside the PATH; the embedded PostgreSQL has no programs for backups. */
export const postgres15 = process.env['POSTGRES_15_PATH'] ?? '/usr/lib/postgresql/15/bin';

const needed = ['initdb', 'postgres', 'pg_dump', 'pg_restore', 'pg_basebackup', 'pg_verifybackup'];
const missing = needed.filter((name) => !existsSync(join(postgres15, name)));

/** Defines tests with the programs of PostgreSQL 15; without them they are listed as skipped, with the reason. */
export function wherePostgres15Is(define: () => void): void {
  if (missing.length === 0) describe('on PostgreSQL 15', define);
  else describe.skip(`on PostgreSQL 15, for lack of ${missing.join(', ')} in ${postgres15}`, define);
}

/** Runs commands in a shell as the user of PostgreSQL, with the programs of PostgreSQL 15. Fails if one fails. */
export async function runShell(
  commands: string,
  { folder, env }: { folder: string; env: Record<string, string> },
): Promise<string> {
  const user = isRoot() ? unprivilegedUser() : undefined;
  const shell = spawn('/bin/sh', ['-euc', commands], {
    cwd: folder,
    env: { LC_ALL: 'C', PATH: [postgres15, '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  let output = '';
  shell.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  shell.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(shell, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${commands} ended with ${code}: ${output}`);
  return output;
}
