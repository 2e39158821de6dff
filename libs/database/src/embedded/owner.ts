import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type ClusterFiles } from './cluster-files.js';
import { EmbeddedClusterError, systemErrorCode } from './embedded-cluster-error.js';
import { livePostmaster } from './postmaster.js';
import { isAlive, ownIdentity, parseIdentity, type ProcessIdentity } from './process-identity.js';

/** The process that is responsible for stopping the cluster. */
export interface Owner extends ProcessIdentity {
  /** Set by a service, which is alone on its folder and needs PostgreSQL to stay on this port. */
  servicePort: number | null;
}

/**
 * Reads `owner.json`. It tells the next process whether a cluster is in use (attach to it) or an orphan whose owner was killed
 * (take it over). The caller holds the start lock.
 */
export function findLiveOwner(ownerFile: string): Owner | undefined {
  const owner = readOwner(ownerFile);
  return owner && isAlive(owner) ? owner : undefined;
}

/**
 * Allows one service per folder: two would not know of each other, and stopping the first would take the database from the
 * second. Raises EmbeddedClusterError with the pid of the running one.
 */
export function refuseSecondService({ ownerFile, pgData }: ClusterFiles, dataDir: string): void {
  const owner = findLiveOwner(ownerFile);
  if (!owner || owner.servicePort === null) return;
  // Without a start time, the pid may belong to another process by now.
  if (owner.startedAt === null && !livePostmaster(pgData)) return;
  throw new EmbeddedClusterError(
    `DATA_DIR ${dataDir} is in use by a running service, pid ${owner.pid}. Stop that one first, or set DATA_DIR to another ` +
      'folder. Several instances need one PostgreSQL that they share: set DATABASE_URL.',
  );
}

export function becomeOwner(ownerFile: string, servicePort: number | null): void {
  const draft = `${ownerFile}.new`;
  const owner: Owner = { ...ownIdentity(), servicePort };
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o644 });
  renameSync(draft, ownerFile);
}

export function isOwner(ownerFile: string): boolean {
  const [owner, own] = [readOwner(ownerFile), ownIdentity()];
  return owner?.pid === own.pid && owner.startedAt === own.startedAt;
}

export function removeOwner(ownerFile: string): void {
  rmSync(ownerFile, { force: true });
}

function readOwner(ownerFile: string): Owner | undefined {
  try {
    const text = readFileSync(ownerFile, 'utf8');
    const identity = parseIdentity(text);
    return identity && { ...identity, servicePort: parseServicePort(text) };
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parseServicePort(text: string): number | null {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('servicePort' in value)) return null;
  return typeof value.servicePort === 'number' ? value.servicePort : null;
}
