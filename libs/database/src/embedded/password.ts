import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type ClusterFiles } from './cluster-files.js';
import { EmbeddedClusterError } from './embedded-cluster-error.js';
import { give } from './os-user.js';

/** Writes the password of a cluster about to be created: 256 random bits. */
export function writePassword(files: ClusterFiles): void {
  const draft = `${files.passwordFile}.new`;
  rmSync(draft, { force: true });
  // Flushed: if a cluster survives a power failure and its password does not, its data is lost.
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
  give(draft, files.user); // initdb reads it
  renameSync(draft, files.passwordFile);
}

/** The superuser's password. Raises EmbeddedClusterError if it is missing. */
export function readPassword(files: ClusterFiles): string {
  const password = existsSync(files.passwordFile) ? readFileSync(files.passwordFile, 'utf8').trim() : '';
  if (password) return password;
  throw new EmbeddedClusterError(
    `The embedded PostgreSQL in ${files.pgData} has lost its password: ${files.passwordFile} is missing or empty. ` +
      'Restore that file together with the data, or move the data folder away to begin with an empty one.',
  );
}
