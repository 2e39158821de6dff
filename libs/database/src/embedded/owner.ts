import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { systemErrorCode } from './embedded-cluster-error.js';
import { isAlive, ownIdentity, parseIdentity, type ProcessIdentity } from './process-identity.js';

/**
 * The owner of a cluster is the process that stops it. `owner.json` names it, so that the next process
 * can tell a cluster in use (attach to it) from an orphan whose owner was killed (take it over).
 * Callers hold the start lock.
 */
export function findLiveOwner(ownerFile: string): ProcessIdentity | undefined {
  const owner = readOwner(ownerFile);
  return owner && isAlive(owner) ? owner : undefined;
}

export function becomeOwner(ownerFile: string): void {
  const draft = `${ownerFile}.new`;
  writeFileSync(draft, JSON.stringify(ownIdentity()), { mode: 0o644 });
  renameSync(draft, ownerFile);
}

export function isOwner(ownerFile: string): boolean {
  const [owner, own] = [readOwner(ownerFile), ownIdentity()];
  return owner?.pid === own.pid && owner.startedAt === own.startedAt;
}

export function removeOwner(ownerFile: string): void {
  rmSync(ownerFile, { force: true });
}

function readOwner(ownerFile: string): ProcessIdentity | undefined {
  try {
    return parseIdentity(readFileSync(ownerFile, 'utf8'));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
