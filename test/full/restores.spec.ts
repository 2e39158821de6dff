import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createClusterFolder,
  type Postgres,
  startPostgres,
  stopEveryPostgres,
} from '../faults/support/postgres.js';
import { copyRunningCluster, recover, type Recovery } from '../support/backups/base-backups.js';
import { documentedBackups } from '../support/backups/documented-backups.js';
import { postgres15, runShell, wherePostgres15Is } from '../support/backups/postgres-programs.js';
import { balancesAfter, readBalances, RecordedWrites, resend } from '../support/backups/recorded-writes.js';
import {
  createDatabase,
  loginsOf,
  runCommand,
  setUpWallet,
  withService,
} from '../support/backups/wallet-server.js';
import { endPrograms } from '../support/service-process.js';
import { inSession } from '../support/test-logins.js';

/**
 * Backups taken while callers write, and restored with the commands and settings of docs/operations.md. A restored ledger passes
 * the audit, replays what it has kept, and executes again what it has lost.
 */
let folder: string;
let backup: string;
let documented: ReturnType<typeof documentedBackups>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-restores-'));
  // Started as root, PostgreSQL runs as another user, which needs access.
  chmodSync(folder, 0o755);
});

afterEach(endPrograms);

afterAll(async () => {
  await stopEveryPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
});

function createBackupFolder(name: string): void {
  backup = join(folder, name);
  documented = documentedBackups(backup);
  createClusterFolder(backup);
  createClusterFolder(join(backup, 'wal'));
}

const startServer = (name: string, binaries?: string, settings = {}) =>
  startPostgres({
    folder: join(folder, name),
    settings: { shared_buffers: '32MB', ...settings },
    ...(binaries !== undefined && { binaries }),
  });

/** What a restored server has to have kept, and what it has to have lost; either is right for all other writes. */
interface Expected {
  writes: RecordedWrites;
  kept: RecordedWrites['all'];
  lost: RecordedWrites['all'];
}

async function expectRestored(postgres: Postgres, key: string, { writes, kept, lost }: Expected) {
  expect(await runCommand(postgres, 'verify')).toContain('The ledger is consistent');
  await withService(postgres, key, async (client) => {
    const balances = await readBalances(client);
    const replayed = await resend(client, writes.all);
    expect(kept.filter((write) => !replayed.has(write))).toEqual([]);
    expect(lost.filter((write) => replayed.has(write))).toEqual([]);
    expect(balances).toEqual(balancesAfter([...replayed]));
    expect(await readBalances(client)).toEqual(balancesAfter(writes.all));
    process.stderr.write(`${replayed.size} of ${writes.all.length} writes replayed\n`);
  });
  expect(await runCommand(postgres, 'verify')).toContain('The ledger is consistent');
}

wherePostgres15Is(() => {
  describe('a dump', () => {
    let key: string;
    let writes: RecordedWrites;
    let expected: Expected;

    beforeAll(async () => {
      createBackupFolder('dumps');
      const postgres = await startServer('dumped', postgres15);
      key = await setUpWallet(postgres);
      await withService(postgres, key, async (client) => {
        writes = new RecordedWrites(client);
        await writes.start();
        await writes.more(100);
        const begin = writes.mark();
        await runShell(documented.dump, { folder: backup, env: loginsOf(postgres) });
        const end = writes.mark();
        await writes.more(100);
        await writes.stop();
        expected = { writes, kept: writes.before(begin), lost: writes.after(end) };
      });
      await postgres.stop();
    });

    it.each([
      ['the same version', postgres15],
      ['a newer version', undefined],
    ])('is restored into %s', async (version, binaries) => {
      const restored = await startServer(version.replaceAll(' ', '-'), binaries);
      await createDatabase(restored);
      const [dump] = readdirSync(backup).filter((name) => name.endsWith('.dump'));
      const commands = documented.restore
        .replace(/wallet-\S+\.dump/, dump!)
        .trim()
        .split('\n');
      for (const command of commands) {
        const [npm, run, program, ...args] = command.split('#')[0]!.trim().split(/ +/);
        if (npm !== 'npm') await runShell(command, { folder: backup, env: loginsOf(restored) });
        else {
          expect([run, program]).toEqual(['run', expect.stringMatching(/^(migrate|verify)$/)]);
          await runCommand(restored, program as 'migrate' | 'verify', ...args.filter((arg) => arg !== '--'));
        }
      }
      await expectRestored(restored, key, expected);
      await restored.stop();
    });
  });

  pointInTimeRecovery(
    'pg_basebackup',
    async (postgres) => {
      await inSession(postgres.url, [`CREATE ROLE wallet_backup LOGIN REPLICATION`]);
      const BACKUP_DATABASE_URL = postgres.url.replace('//postgres@', '//wallet_backup@');
      const output = await runShell(documented.base, { folder: backup, env: { BACKUP_DATABASE_URL } });
      expect(output).toContain('backup successfully verified');
      const [base] = readdirSync(backup).filter((name) => name.startsWith('base-'));
      return join(backup, base!);
    },
    postgres15,
  );
});

describe('on the embedded PostgreSQL', () => {
  pointInTimeRecovery('a copy of its folder', async (postgres) => {
    const base = join(backup, 'base');
    await copyRunningCluster(postgres, base);
    return base;
  });
});

/** One server, backed up while callers write and then lost, is recovered in several ways. */
function pointInTimeRecovery(
  method: string,
  takeBase: (postgres: Postgres) => Promise<string>,
  binaries?: string,
): void {
  describe(`${method} and the WAL`, () => {
    let key: string;
    let writes: RecordedWrites;
    let lost: Postgres;
    let base: string;
    let moment: { time: string; begin: number; end: number };

    beforeAll(async () => {
      const name = method.replaceAll(' ', '-');
      createBackupFolder(`backup-by-${name}`);
      lost = await startServer(`server-for-${name}`, binaries, documented.archiving);
      key = await setUpWallet(lost);
      await withService(lost, key, async (client) => {
        writes = new RecordedWrites(client);
        await writes.start();
        await writes.more(100);
        const begin = writes.mark();
        base = await takeBase(lost);
        expect(writes.after(begin)).not.toEqual([]);
        await writes.more(100);
        moment = { begin: writes.mark(), time: await readTime(lost), end: writes.mark() };
        await writes.more(100);
        await archiveWal(lost);
        // These are in pg_wal only.
        await writes.more(100);
        await writes.stop();
      });
      await lost.stop();
    });

    async function recovered(
      name: string,
      settings: Record<string, string>,
      rest: Partial<Recovery> = {},
    ): Promise<Postgres> {
      return recover({
        base,
        folder: `${base}-${name}`,
        settings: { ...documented.archiving, ...settings },
        ...(binaries !== undefined && { binaries }),
        ...rest,
      });
    }

    const toTime = (time: string) => {
      expect(documented.recovery).toHaveProperty('recovery_target_time');
      return { ...documented.recovery, recovery_target_time: time };
    };

    it('restore a moment', async () => {
      const archived = readdirSync(join(backup, 'wal'));
      const restored = await recovered('moment', toTime(moment.time));
      const { begin, end } = moment;
      await expectRestored(restored, key, { writes, kept: writes.before(begin), lost: writes.after(end) });
      await restored.stop();
      expect(readdirSync(join(backup, 'wal'))).toEqual(archived);
    });

    it('with the pg_wal of the lost server, restore every acknowledged write', async () => {
      const settings = { ...documented.recovery };
      delete settings['recovery_target_time'];
      const savedWal = join(lost.dataFolder, 'pg_wal');
      const restored = await recovered('end', settings, { savedWal });
      await expectRestored(restored, key, { writes, kept: writes.all, lost: [] });
      await restored.stop();
    });

    it('do not restore a moment after the end of the WAL', async () => {
      await expect(recovered('later', toTime('2100-01-01 00:00:00+00'))).rejects.toThrow(
        /recovery ended before configured recovery target was reached/,
      );
    });
  });
}

async function readTime({ url }: Postgres): Promise<string> {
  const [row] = await inSession(url, ['SELECT clock_timestamp()::text AS time']);
  return (row as { time: string }).time;
}

/** Completes the current segment, and waits until it is archived. */
async function archiveWal({ url }: Postgres): Promise<void> {
  const [row] = await inSession(url, ['SELECT pg_walfile_name(pg_switch_wal()) AS segment']);
  const { segment } = row as { segment: string };
  while (!readdirSync(join(backup, 'wal')).includes(segment)) await sleep(20);
}
