// `npm run check`: what CI runs, in the order in which a failure is cheapest. Stops at the first failure.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
const steps = ['format:check', 'lint', 'boundaries', 'types', 'build', 'test'];
for (const step of steps) {
  console.log(`\n── ${step}`);
  const startedAt = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', ...step.split(' ')], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`check: ${step} failed`);
    process.exit(1);
  }
  console.log(`── ${step} passed in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}
