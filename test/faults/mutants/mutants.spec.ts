import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { mutants } from './mutants.js';

const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')) as {
  config: { compilerOptions: object };
};
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');

/** A file of the build, as the compiler makes it. */
function built(file: string): string {
  const source = readFileSync(join('libs', file.replace(/\.js$/, '.ts')), 'utf8');
  return ts.transpileModule(source, { compilerOptions: { ...options, module: ts.ModuleKind.ESNext } })
    .outputText;
}

it.each(mutants)('$name: each text that it replaces is in the build once', ({ edits }) => {
  for (const { file, from } of edits) {
    expect({ file, found: built(file).split(from).length - 1 }).toEqual({ file, found: 1 });
  }
});
