// `npm run check`: what CI runs. The steps before the tests are independent and share the cores, the longest first. Stops at
// the first failure.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { ensureInstalled, root } from './prepare.mjs';

const beforeTests = [
  'lint',
  'types:code',
  'format:check',
  'build:stale',
  'check:alerts',
  'types:console',
  'boundaries',
];
const running = new Set();

/** Runs an npm script and returns whether it succeeded. Its output appears at the end, unless `live`. */
async function run(step, { live = false } = {}) {
  const startedAt = Date.now();
  const child = spawn('npm', ['run', '--silent', step], {
    cwd: root,
    stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // A process group, because npm does not forward every signal.
    detached: !live && process.platform !== 'win32',
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const [status] = await once(child, 'close');
  running.delete(child);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  process.stdout.write(`${output}── ${step} ${status === 0 ? 'passed' : 'failed'} in ${seconds} s\n`);
  return status === 0;
}

function terminate(child) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function fail(step) {
  for (const child of running) terminate(child);
  console.error(`check: ${step} failed`);
  process.exit(1);
}

async function runNext() {
  for (let step = beforeTests.shift(); step; step = beforeTests.shift()) {
    if (!(await run(step))) fail(step);
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => fail(signal));

const startedAt = Date.now();
ensureInstalled();
await Promise.all(Array.from({ length: Math.min(availableParallelism(), beforeTests.length) }, runNext));
if (!(await run('test', { live: true }))) fail('test');
console.log(`── check passed in ${Math.round((Date.now() - startedAt) / 1000)} s`);
