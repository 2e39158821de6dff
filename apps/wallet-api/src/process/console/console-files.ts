import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where `npm run build` puts the console, relative to the root of the repository, where all programs start. */
export const consoleFolder = resolve('dist/apps/console');

/** Whether the console was built. The API runs without it too. */
export function isConsoleBuilt(): boolean {
  return existsSync(join(consoleFolder, 'index.html'));
}

/** Long, because the names of built assets contain a hash of their content. */
const assetMaxAge = '365d';

export interface ConsoleFile {
  name: string;
  options: { maxAge: string | number; immutable: boolean };
}

/**
 * The file for a path below /console; `undefined` if there is none. Assets and favicon.svg are files. Any other path is a page of
 * the console and gets index.html, which routes by the URL, except that a top-level name with a dot is taken for a missing file.
 * Deeper paths may have a dot, because they can contain user ids.
 */
export function fileOf(path: string): ConsoleFile | undefined {
  if (path.startsWith('assets/')) return { name: path, options: { maxAge: assetMaxAge, immutable: true } };
  const options = { maxAge: 0, immutable: false };
  if (path === 'favicon.svg') return { name: path, options };
  return path.includes('.') && !path.includes('/') ? undefined : { name: 'index.html', options };
}
