import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Mutant } from './mutants.js';

/** A copy of the build with the bug in it. Fails loudly if the text that it replaces is not there exactly once. */
export function buildMutant({ name, edits }: Mutant, folder: string): string {
  const home = join(folder, name.replaceAll(' ', '-'));
  const build = join(home, 'dist');
  mkdirSync(home, { recursive: true });
  cpSync('dist', build, { recursive: true });
  copyFileSync('package.json', join(home, 'package.json'));
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'));

  for (const { file, from, to } of edits) {
    const path = join(build, 'libs', file);
    const text = readFileSync(path, 'utf8');
    const found = text.split(from).length - 1;
    if (found !== 1)
      throw new Error(`mutant "${name}": the text to replace is ${found} times in ${file}: ${from}`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  }
  return build;
}
