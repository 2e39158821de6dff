import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, cp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { systemErrorCode } from './embedded-cluster-error.js';

/**
 * npm packages cannot contain symbolic links, so the platform package lists its library links in a file and creates them in an
 * install script. This does the same if install scripts are disabled (npm's `ignore-scripts`).
 */
export function restoreLinks(packageFolder: string): void {
  for (const { source, target } of listedLinks(join(packageFolder, 'native', 'pg-symlinks.json'))) {
    try {
      symlinkSync(basename(source), join(packageFolder, target));
    } catch {
      // The link exists, or the folder is not writable: running the programs shows whether that matters.
    }
  }
}

/**
 * Copies the programs to a folder where every OS user can run them; resolves to whether it had to. The copy appears under its
 * name only once complete.
 */
export async function copyForOtherUsers(native: string, copy: string): Promise<boolean> {
  if (existsSync(copy)) return false;
  const draft = `${copy}.new-${randomUUID()}`;
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await openToAllUsers(draft);
    await rename(draft, copy);
    return true;
  } catch (error) {
    // Another process copied the same files meanwhile; its copy is as good.
    if (['EEXIST', 'ENOTEMPTY'].includes(systemErrorCode(error) ?? '')) return false;
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** An install under a strict umask has files that only root can read. */
async function openToAllUsers(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAllUsers(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

function listedLinks(listFile: string): { source: string; target: string }[] {
  if (!existsSync(listFile)) return [];
  const list: unknown = JSON.parse(readFileSync(listFile, 'utf8'));
  return Array.isArray(list) ? list.filter(isLink) : [];
}

function isLink(value: unknown): value is { source: string; target: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}
