import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Binaries } from './binaries.js';
import { type ClusterFiles } from './cluster-files.js';
import { EmbeddedClusterError } from './embedded-cluster-error.js';
import { give, giveTree } from './os-user.js';
import { writePassword } from './password.js';
import { runProgram } from './run-program.js';

const draftPrefix = 'postgres.new-';

/**
 * Ensures that the cluster exists and that these programs can run it. initdb works in a draft folder that is renamed only once
 * complete: whenever it is killed, the next start finds either no cluster or a whole one. The caller holds the start lock. Raises
 * EmbeddedClusterError if initdb fails, the data is of another major version, or the folder holds something else.
 */
export async function ensureCluster(
  files: ClusterFiles,
  binaries: Binaries,
  options: { skipSync: boolean; log: (message: string) => void },
): Promise<void> {
  removeDrafts(files.home);
  if (hasCluster(files.pgData)) {
    checkVersion(files, binaries);
    // Data that root copied or restored from a backup belongs to root, and PostgreSQL could not open it.
    if (files.user && statSync(files.pgData).uid === 0) {
      giveTree(files.pgData, files.user);
      chmodSync(files.pgData, 0o700);
    }
  } else {
    options.log(`Creating a PostgreSQL ${binaries.majorVersion} cluster in ${files.pgData}`);
    await createCluster(files, binaries, options.skipSync);
  }
}

/** Throws instead of returning `false` if the folder is unreadable: existing data must not lose its password. */
function hasCluster(pgData: string): boolean {
  if (!existsSync(pgData)) return false;
  const entries = readdirSync(pgData);
  if (entries.length === 0 || entries.includes('PG_VERSION')) return entries.length > 0;
  throw new EmbeddedClusterError(
    `${pgData} holds files, but no PostgreSQL data (PG_VERSION is missing). ` +
      'Restore it from a backup or move it away, or set DATA_DIR to another folder.',
  );
}

async function createCluster(files: ClusterFiles, binaries: Binaries, skipSync: boolean): Promise<void> {
  const draft = join(files.home, `${draftPrefix}${randomUUID()}`);
  mkdirSync(draft, { mode: 0o700 });
  give(draft, files.user);
  writePassword(files);
  try {
    const { exitCode, output } = await runProgram(binaries.initdb, initdbArguments(draft, files, skipSync), {
      workingDir: files.home,
      user: files.user,
    });
    if (exitCode !== 0) {
      throw new EmbeddedClusterError(
        `initdb could not create the embedded PostgreSQL in ${files.home}: ${output}`,
      );
    }
    // Read last, so it overrides what initdb wrote.
    appendFileSync(join(draft, 'postgresql.conf'), "\ninclude_if_exists '../settings.conf'\n");
    renameSync(draft, files.pgData);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
  if (!skipSync) syncFolder(files.home);
}

/**
 * The builtin C.UTF-8 locale sorts by code point and knows the case of every letter. Unlike operating system locales, it is the
 * same on all platforms (PostgreSQL 18, 23.1.4 Locale Providers).
 */
function initdbArguments(folder: string, files: ClusterFiles, skipSync: boolean): string[] {
  return [
    `--pgdata=${folder}`,
    '--username=postgres',
    '--encoding=UTF8',
    '--no-locale',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--auth=scram-sha-256',
    `--pwfile=${files.passwordFile}`,
    '--no-instructions',
    ...(skipSync ? ['--no-sync'] : []),
  ];
}

function checkVersion(files: ClusterFiles, binaries: Binaries): void {
  const version = readFileSync(join(files.pgData, 'PG_VERSION'), 'utf8').trim();
  if (version === binaries.majorVersion) return;
  throw new EmbeddedClusterError(
    `The data in ${files.pgData} was written by PostgreSQL ${version}, and the installed programs are PostgreSQL ` +
      `${binaries.majorVersion}, which cannot read it. Install the version of this service that wrote it and move the ` +
      'data with pg_dump and psql, or set DATA_DIR to another folder to begin with an empty database.',
  );
}

function removeDrafts(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(draftPrefix))) {
    try {
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // An initdb whose parent was killed may still be writing into it; the next start removes the rest.
    }
  }
}

/** Makes new names in a folder survive a power failure; initdb flushes the contents itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // Windows cannot open a folder
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
