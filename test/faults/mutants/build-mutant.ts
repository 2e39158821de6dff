import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Edit, Mutant } from './mutants.js';

/** Copies the build and plants the bug in the copy. */
export function buildMutant({ name, edits }: Mutant, folder: string): string {
  const home = join(folder, name.replaceAll(' ', '-'));
  const build = join(home, 'dist');
  mkdirSync(home, { recursive: true });
  cpSync('dist', build, { recursive: true });
  copyFileSync('package.json', join(home, 'package.json'));
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'));

  for (const edit of edits) {
    const path = join(build, 'libs', edit.file);
    writeFileSync(path, applyEdit(readFileSync(path, 'utf8'), edit));
  }
  return build;
}

/** Changes the line below the mark. Throws if the mark is missing or ambiguous, or if the line stays the same. */
export function applyEdit(text: string, { file, mark, change }: Edit): string {
  const lines = text.split('\n');
  const marks = lines.filter((line) => line.trim() === `// mutant: ${mark}`);
  if (marks.length !== 1)
    throw new Error(`${file} has ${marks.length} lines "// mutant: ${mark}"; a mutant needs exactly one`);
  const at = lines.indexOf(marks[0]!) + 1;
  const line = lines[at]!;
  const changed = change(line);
  if (changed === line) throw new Error(`the mutant of "${mark}" in ${file} changes nothing in: ${line}`);
  return lines.with(at, changed).join('\n');
}
