import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/prepare.mjs';

export const resultsFolder = join(root, 'bench', 'results');
const file = join(resultsFolder, 'latest.json');

/** What each kind of measurement found when it was run last, by its name. */
export function readResults() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Replaces what is known of one kind of measurement, and keeps the others. */
export function saveResult(name, result) {
  writeFileSync(file, `${JSON.stringify({ ...readResults(), [name]: result }, null, 2)}\n`);
  return file;
}
