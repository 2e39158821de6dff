import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedClusterError, startEmbeddedCluster } from '@app/database';
import {
  isRunning,
  kill,
  killServersBelow,
  notes,
  postmasterPid,
  type Report,
  settingsOf,
  sql,
  type Starter,
  stopStarter,
} from './cluster-processes.js';
import { installPrivately, nodeModules, writeCode } from './starter-code.js';

const shared = '/var/lib/internal-wallet-service';
const asRoot = process.getuid?.() === 0;
const nobody = asRoot ? { uid: 65534, gid: 65534 } : undefined;
const nobodyCanRunNode =
  nobody !== undefined &&
  spawnSync(process.execPath, ['-e', 'fs.readdirSync(process.argv[1])', nodeModules], { ...nobody, cwd: '/' })
    .status === 0;

describe('the embedded PostgreSQL cluster', () => {
  // Started by root, PostgreSQL runs as another user, which needs access; the TMPDIR of root may be private.
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
    report.catch(() => undefined); // the awaiting test sees the rejection
    const starter = { process: child, report };
    starters.push(starter);
    return starter;
  }

  it('answers SQL after the first start, durable and only on the loopback interface', async () => {
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

  it('keeps the data across a restart and applies settings', async () => {
    const settings = { fsync: 'off', log_line_prefix: `it's \\ %p ` };
    const cluster = await start({ settings });
    expect(await notes(cluster.url)).toEqual(['first']);
    expect(await settingsOf(cluster.url)).toMatchObject(settings);
    await cluster.stop();
  });

  it('lets a second process attach while the owner runs; only the owner stops it', async () => {
    const cluster = await start();
    const second = startInChild(dataDir);
    expect(await second.report).toMatchObject({ url: cluster.url, owned: false });
    await stopStarter(second);
    expect(await notes(cluster.url)).toEqual(['first']);
    await cluster.stop();
    await expect(sql(cluster.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('takes over the running server of a killed owner whose pid was reused', async () => {
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

  it('stops immediately if the server was killed, and recovers on the next start', async () => {
    const cluster = await start();
    await sql(cluster.url, 'INSERT INTO notes VALUES ($$committed before the crash$$)');
    const postmaster = postmasterPid(dataDir);
    process.kill(postmaster, 'SIGKILL');
    while (isRunning(postmaster)) await sleep(20);

    await cluster.stop();

    expect(fs.existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(true); // the stale one
    const recovered = await start();
    expect(recovered.owned).toBe(true);
    expect(await notes(recovered.url)).toContain('committed before the crash');
    await recovered.stop();
  });

  it('starts although the pid in a stale pid file was reused', async () => {
    const pgData = join(dataDir, 'postgres');
    const lines = [process.pid, pgData, 0, 9, '', '127.0.0.1', '', 'ready'];
    fs.writeFileSync(join(pgData, 'postmaster.pid'), lines.join('\n'));
    const cluster = await start();
    expect(cluster.owned).toBe(true);
    expect(await notes(cluster.url)).toContain('first');
    await cluster.stop();
  });

  it('quotes the log if PostgreSQL does not start', async () => {
    const failure = start({ settings: { shared_buffers: 'plenty' } });
    await expect(failure).rejects.toThrow(EmbeddedClusterError);
    await expect(failure).rejects.toThrow(/invalid value for parameter "shared_buffers"/);
    expect(fs.existsSync(join(dataDir, 'start.lock'))).toBe(false);
  });

  it('rejects data of another major version and leaves it unchanged', async () => {
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

  it('rejects a folder with other content', async () => {
    const folder = join(temporary, 'occupied');
    fs.mkdirSync(join(folder, 'postgres'), { recursive: true });
    fs.writeFileSync(join(folder, 'postgres', 'letter.txt'), 'keep me');
    await expect(startEmbeddedCluster({ dataDir: folder })).rejects.toThrow(
      /holds files, but no PostgreSQL data/,
    );
  });

  it('has one winner when two processes start simultaneously, despite leftovers of a killed one', async () => {
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

    // Root acts as the owner of the data and leaves it usable for that user.
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
