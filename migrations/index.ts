import { readdir } from 'node:fs/promises';
import { collectMigrations, type Migrations } from './collect.js';

let found: Promise<Migrations> | undefined;

/** Every migration of this folder, from the sources or from the build. Adding a file adds a migration. */
export function findMigrations(): Promise<Migrations> {
  found ??= readdir(new URL('.', import.meta.url)).then((files) =>
    collectMigrations(files, async (name) => (await import(`./${name}.js`)) as object),
  );
  return found;
}
