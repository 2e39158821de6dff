import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedClusterError, systemErrorCode } from './embedded-cluster-error.js';
import { canEnter, isRoot, ownerOfFile, unprivilegedUser } from './os-user.js';
import { type OsUser } from './run-program.js';

/** Root's folder for files that the PostgreSQL user cannot reach at their usual place. */
export const sharedFolder = '/var/lib/internal-wallet-service';

/** The files of one cluster, and the OS user that runs it; `undefined` for the current user. */
export interface ClusterFiles {
  home: string;
  pgData: string;
  passwordFile: string;
  ownerFile: string;
  lockFile: string;
  settingsFile: string;
  logFile: string;
  user: OsUser | undefined;
}

/**
 * Chooses the cluster's folder and creates it. It is `dataDir`, except for root: if the PostgreSQL user cannot enter `dataDir`,
 * it is a folder below /var/lib. Existing data overrides both rules: a changed folder mode must never make balances disappear.
 * Raises EmbeddedClusterError if the owner of existing data cannot reach it, or if `dataDir` is missing and not to be created.
 */
export async function chooseClusterFiles(
  dataDir: string,
  { create, log }: { create: boolean; log: (message: string) => void },
): Promise<ClusterFiles> {
  const wanted = resolve(dataDir);
  if (!create && !existsSync(wanted)) throw missing(wanted);
  createFolder(wanted);
  if (!isRoot()) return filesIn(wanted, undefined);

  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const fallback = join(sharedFolder, `data-${hash}`);
  const existing = [wanted, fallback].find((home) => existsSync(join(home, 'postgres', 'PG_VERSION')));
  const owner = existing === undefined ? undefined : ownerOfFile(join(existing, 'postgres'));
  const user = owner ?? unprivilegedUser();

  if (existing === wanted && !(await canEnter(wanted, user))) throw unreachable(wanted, user);
  const home = existing ?? ((await canEnter(wanted, user)) ? wanted : fallback);
  if (home === fallback) {
    createFolder(sharedFolder);
    createFolder(fallback);
    if (!(await canEnter(fallback, user))) throw unreachable(fallback, user);
    log(
      `The OS user ${user.name} cannot enter ${wanted}: the embedded PostgreSQL keeps its files in ${fallback}`,
    );
  }
  return filesIn(home, user);
}

function filesIn(folder: string, user: OsUser | undefined): ClusterFiles {
  // PostgreSQL writes its folder into postmaster.pid; resolving links leaves one spelling to compare.
  const home = realpathSync(folder);
  return {
    home,
    pgData: join(home, 'postgres'),
    passwordFile: join(home, 'password'),
    ownerFile: join(home, 'owner.json'),
    lockFile: join(home, 'start.lock'),
    settingsFile: join(home, 'settings.conf'),
    logFile: join(home, 'postgres.log'),
    user,
  };
}

/** Root's folders must be open to the PostgreSQL user, whatever the umask; the data in them stays private. */
export function createFolder(folder: string): void {
  createParents(dirname(folder));
  if (makeFolder(folder)) chmodSync(folder, isRoot() ? 0o755 : 0o700);
}

/** Not `recursive`: below /proc, where no folder can be made, Node then tries forever. */
function createParents(folder: string): void {
  if (isFolder(folder)) return;
  createParents(dirname(folder));
  makeFolder(folder);
}

/** Returns `false` if the folder exists; throws if it is a file. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST' && isFolder(folder)) return false;
    throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function missing(folder: string): EmbeddedClusterError {
  return new EmbeddedClusterError(
    `There is no data folder ${folder}. Set DATA_DIR to the folder of the service, or DATABASE_URL to its database.`,
  );
}

function unreachable(folder: string, user: OsUser): EmbeddedClusterError {
  return new EmbeddedClusterError(
    `PostgreSQL runs as the OS user ${user.name} because it refuses to run as root, and that user cannot enter ${folder}. ` +
      'Give the folder and those above it the x permission for that user (chmod o+x), or set DATA_DIR to another folder.',
  );
}
