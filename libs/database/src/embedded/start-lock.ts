import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedClusterError, systemErrorCode } from './embedded-cluster-error.js';
import { isAlive, ownIdentity, parseIdentity } from './process-identity.js';

// Longer than a first start on a slow disk, and than a fast stop that fell back to an immediate one (30 s + 10 s).
const waitMs = 60_000;
const pollMs = 50;
// A lock is filled right after its creation; one that is still unreadable after this long was left by a crash.
const fillMs = 5_000;

/**
 * Runs `work` while no other process starts or stops the cluster of the same folder. Breaks the lock of a dead process. Raises
 * EmbeddedClusterError if a live process holds it for a minute.
 */
export async function withStartLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + waitMs;
  while (!tryLock(lockFile)) {
    if (Date.now() > deadline) throw stillLocked(lockFile);
    breakStaleLock(lockFile);
    await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function tryLock(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, JSON.stringify(ownIdentity()), { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Two processes may find the same stale lock. Renaming lets only one of them remove it. If the slower one caught the faster one's
 * new lock instead, it puts that back.
 */
function breakStaleLock(lockFile: string): void {
  const caught = `${lockFile}.${randomUUID()}`;
  try {
    if (!isStale(lockFile)) return;
    renameSync(lockFile, caught);
    if (!isStale(caught)) linkSync(caught, lockFile);
  } catch (error) {
    const code = systemErrorCode(error);
    // ENOENT: another process released or broke it. EEXIST: it is already taken again.
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(caught, { force: true });
  }
}

function isStale(lockFile: string): boolean {
  const holder = parseIdentity(readFileSync(lockFile, 'utf8'));
  return holder ? !isAlive(holder) : Date.now() - statSync(lockFile).mtimeMs > fillMs;
}

function stillLocked(lockFile: string): EmbeddedClusterError {
  return new EmbeddedClusterError(
    `Another process has been starting or stopping the embedded PostgreSQL for ${waitMs / 1000} s. ` +
      `Try again when it is done; if no such process runs, delete ${lockFile}.`,
  );
}
