import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const root = new URL('../../', import.meta.url).href;
const builtFolders = /^(apps|libs|migrations|seed)\//;

/** Imports of the service resolve to the build; imports between tests are TypeScript. */
export function resolve(specifier, context, next) {
  const lib = /^@app\/([^/]+)$/.exec(specifier);
  if (lib) return next(`${root}dist/libs/${lib[1]}/src/index.js`, context);
  if (!specifier.startsWith('.') || !context.parentURL?.startsWith(`${root}test/`)) {
    return next(specifier, context);
  }
  const path = new URL(specifier, context.parentURL).href.slice(root.length);
  if (builtFolders.test(path)) return next(`${root}dist/${path}`, context);
  return next(`${root}${path.replace(/\.js$/, '.ts')}`, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    sourceMaps: 'inline',
    jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
