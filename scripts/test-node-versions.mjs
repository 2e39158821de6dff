// `node scripts/test-node-versions.mjs [version…] [-- jest options]`: runs the suite on each supported version of Node.js. The
// binaries are those of the npm packages `node-…`, cached in the temporary folder. Exits with 1 if a version fails.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './prepare.mjs';

const supported = ['20.19', '22', '24'];

const given = process.argv.slice(2);
const split = given.includes('--') ? given.indexOf('--') : given.length;
const versions = split === 0 ? supported : given.slice(0, split);

const failed = versions.filter((version) => {
  const folder = install(version);
  console.log(`\n── Node.js ${version}: ${join(folder, 'node')}`);
  // First on the PATH too, for npm and the programs that the tests start by name.
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const args = [join(root, 'scripts', 'test.mjs'), ...given.slice(split + 1)];
  return spawnSync(join(folder, 'node'), args, { cwd: root, env, stdio: 'inherit' }).status !== 0;
});
console.log(failed.length === 0 ? `Passed on ${versions.join(', ')}.` : `FAILED on ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);

/** Installs a version unless it is cached. Returns the folder of its program. */
function install(version) {
  const prefix = join(tmpdir(), 'wallet-node-versions', version);
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(prefix, 'node_modules', name, 'bin');
  if (existsSync(folder)) return folder;
  mkdirSync(prefix, { recursive: true });
  const args = ['install', '--prefix', prefix, '--no-audit', '--no-fund', `${name}@${version}`];
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(1);
  return folder;
}
