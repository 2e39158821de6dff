// `npm run test:full [-- specs] [faults] [nodes]`: what takes too long for `npm test`; run it before a release. Without names all
// parts run in turn, even after a failure. The exit code is 0 only if every part passed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

/** Each part is one Node program, with its arguments. */
const parts = {
  /** Large tables, many clients: the specs of `test/full`. */
  specs: [
    join('node_modules', 'jest', 'bin', 'jest.js'),
    '--config',
    join('test', 'full', 'jest.config.mjs'),
  ],
  faults: [join('test', 'faults', 'main.mjs'), '--quick'],
  /** The suite of `npm test` on every version of Node that we support. */
  nodes: [join('scripts', 'test-node-versions.mjs')],
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`test:full has no part ${unknown}; the parts are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

prepare();
const results = (wanted.length > 0 ? wanted : Object.keys(parts)).map((name) => {
  console.log(`\n── ${name}`);
  const startedAt = Date.now();
  const [program, ...args] = parts[name];
  const { status } = existsSync(join(root, program))
    ? spawnSync(process.execPath, [join(root, program), ...args], { cwd: root, stdio: 'inherit' })
    : { status: `${program} is missing` };
  return { name, status, seconds: Math.round((Date.now() - startedAt) / 1000) };
});

console.log('');
for (const { name, status, seconds } of results) {
  console.log(`── ${name} ${status === 0 ? 'passed' : `failed (${status})`} in ${seconds} s`);
}
process.exit(results.every(({ status }) => status === 0) ? 0 : 1);
