import { chownSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedClusterError } from './embedded-cluster-error.js';
import { type OsUser, runProgram } from './run-program.js';

/** PostgreSQL refuses to run as root, so root must run it as another user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The user that runs PostgreSQL for root: `postgres` if the machine has one, otherwise `nobody`. Raises EmbeddedClusterError if
 * it has neither.
 */
export function unprivilegedUser(): OsUser {
  const user = findUser('postgres') ?? findUser('nobody');
  if (user) return user;
  throw new EmbeddedClusterError(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody" to run it. ' +
      'Start the service as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

/** The owner of a file; `undefined` for root. */
export function ownerOfFile(path: string): OsUser | undefined {
  const { uid, gid } = statSync(path);
  return uid === 0 ? undefined : { name: `uid ${uid}`, uid, gid };
}

/** Whether the user can enter the folder, which requires access to every folder above it. */
export async function canEnter(folder: string, user: OsUser): Promise<boolean> {
  const script = 'cd "$1"';
  try {
    const { exitCode } = await runProgram('/bin/sh', ['-c', script, 'sh', folder], { workingDir: '/', user });
    return exitCode === 0;
  } catch (error) {
    throw new EmbeddedClusterError(
      `PostgreSQL refuses to run as root, and switching to the OS user ${user.name} failed: ${String(error)}. ` +
        'Start the service as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause: error },
    );
  }
}

/** Gives a file to the user that runs PostgreSQL, if that is another one. */
export function give(path: string, user: OsUser | undefined): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/** The same for a folder and its contents; links are changed, not followed. */
export function giveTree(folder: string, user: OsUser): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, entry), user.uid, user.gid);
  }
  give(folder, user);
}

function findUser(wanted: string): OsUser | undefined {
  for (const line of readAccounts().split('\n')) {
    const [name, , uid, gid] = line.split(':');
    // macOS gives "nobody" a negative id, which Node cannot pass on.
    if (name === wanted && /^[1-9]\d*$/.test(uid ?? '') && /^\d+$/.test(gid ?? '')) {
      return { name, uid: Number(uid), gid: Number(gid) };
    }
  }
  return undefined;
}

function readAccounts(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return ''; // a container built from scratch has no accounts
  }
}
