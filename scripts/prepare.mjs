// Installs and builds what a fresh clone lacks, once and only when needed. Plain Node: no package is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldestNode = [20, 19];
/** What is built, from what, and by which command. The service comes first, because its build empties `dist`. */
const builds = [
  {
    name: 'the service',
    sources: [
      'apps/wallet-api',
      'libs',
      'migrations',
      'seed',
      'bench',
      'test/faults',
      'test/support',
      'nest-cli.json',
      'tsconfig.json',
      'package-lock.json',
    ],
    stamp: join(root, 'dist', '.build-stamp'),
    command: [join('@nestjs', 'cli', 'bin', 'nest.js'), 'build'],
  },
  {
    name: 'the console',
    sources: ['apps/console', 'package-lock.json'],
    stamp: join(root, 'dist', 'apps', 'console', '.build-stamp'),
    command: [
      join('vite', 'bin', 'vite.js'),
      'build',
      '--config',
      join('apps', 'console', 'vite.config.ts'),
      '--logLevel',
      'warn',
    ],
  },
];

/** Installs and builds whatever is missing or out of date. */
export function prepare() {
  requireNode();
  ensureInstalled();
  ensureBuilt();
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  fail(`Node.js ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** Installs the packages unless npm has installed those of the lock file already. */
export function ensureInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const complete = Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
  if (complete) return;
  console.log('Installing packages (npm ci) …');
  // NODE_ENV=production would leave out what the build needs.
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
  });
}

/** Builds what was not built from the current sources. */
export function ensureBuilt() {
  for (const { name, sources, stamp, command } of builds) {
    const fingerprint = hashOf(sources);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) continue;
    console.log(`Building ${name} …`);
    const [program, ...args] = command;
    run(process.execPath, [join(root, 'node_modules', program), ...args]);
    writeFileSync(stamp, fingerprint);
  }
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const isSource = (name) => !name.endsWith('.spec.ts') && !/^(bench|test\/faults)\/results\//.test(name);
  for (const file of paths.flatMap(filesBelow).filter(isSource)) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const entries = readdirSync(dirname(join(root, path)), { withFileTypes: true });
  const self = entries.find((entry) => entry.name === path.split('/').at(-1));
  if (!self) return [];
  if (!self.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) fail(`${command} could not be run: ${error.message}`);
  if (status !== 0) fail(`${command} ${args[0] ?? ''} failed.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
