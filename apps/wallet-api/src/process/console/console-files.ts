import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where `npm run build` puts the console, seen from the folder that every program of ours is started in. */
export const consoleFolder = resolve('dist/apps/console');

/** Whether there is a console to serve: an API can be built and run without one. */
export function isConsoleBuilt(): boolean {
  return existsSync(join(consoleFolder, 'index.html'));
}

/** The names of built assets carry a hash of their content, so that a browser need never ask for one again. */
const assetMaxAge = '365d';

export interface ConsoleFile {
  name: string;
  options: { maxAge: string | number; immutable: boolean };
}

/**
 * Which file answers a path below /console. Assets and the few files beside them are themselves; everything else is a page of
 * the console, which finds its way by the address, and so is index.html. `undefined`: there is no such file. A user id in the
 * address of a page may have a dot, so that only a name at the top is taken for a file.
 */
export function fileOf(path: string): ConsoleFile | undefined {
  if (path.startsWith('assets/')) return { name: path, options: { maxAge: assetMaxAge, immutable: true } };
  const options = { maxAge: 0, immutable: false };
  if (path === 'favicon.svg') return { name: path, options };
  return path.includes('.') && !path.includes('/') ? undefined : { name: 'index.html', options };
}
