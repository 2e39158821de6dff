import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Postgres } from '../faults/support/postgres.js';
import { type BackupFolder, createBackupFolder } from '../support/backups/backup-folder.js';
import { copyRunningCluster, recover, type Recovery } from '../support/backups/base-backups.js';
import { expectRestored } from '../support/backups/expect-restored.js';
import { postgres15, runShell, wherePostgres15Is } from '../support/backups/postgres-programs.js';
import { RecordedWrites } from '../support/backups/recorded-writes.js';
import { setUpWallet, withService } from '../support/backups/wallet-server.js';
import { endPrograms } from '../support/service-process.js';
import { inSession } from '../support/test-logins.js';

/** A base backup taken while callers write, and recovered with the WAL, with the commands and settings of docs/operations.md. */
type TakeBase = (postgres: Postgres, folder: BackupFolder) => Promise<string>;

/** One server is backed up, lost, and recovered in several ways. */
function defineRecoveries({ takeBase, binaries }: { takeBase: TakeBase; binaries?: string }): void {
  let folder: BackupFolder;
  let key: string;
  let writes: RecordedWrites;
  let lost: Postgres;
  let base: string;
  let moment: { time: string; begin: number; end: number };

  beforeAll(async () => {
    folder = createBackupFolder();
    lost = await folder.startServer('lost', { binaries, settings: folder.documented.archiving });
    key = await setUpWallet(lost);
    await withService(lost, key, async (client) => {
      writes = new RecordedWrites(client);
      await writes.start();
      await writes.more(100);
      const begin = writes.mark();
      base = await takeBase(lost, folder);
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

  afterEach(endPrograms);

  afterAll(() => folder.remove());

  const archived = () => readdirSync(join(folder.backup, 'wal')).toSorted();

  /** Completes the current segment, and waits until it is archived. */
  async function archiveWal({ url }: Postgres): Promise<void> {
    const [row] = await inSession(url, ['SELECT pg_walfile_name(pg_switch_wal()) AS segment']);
    while (!archived().includes((row as { segment: string }).segment)) await sleep(20);
  }

  const recovered = (name: string, settings: Record<string, string>, rest: Partial<Recovery> = {}) =>
    recover({
      base,
      folder: `${base}-${name}`,
      // The page shows what changes in the configuration of the server.
      settings: { ...folder.documented.archiving, ...settings },
      ...(binaries !== undefined && { binaries }),
      ...rest,
    });

  const toTime = (time: string) => {
    expect(folder.documented.recovery).toHaveProperty('recovery_target_time');
    return { ...folder.documented.recovery, recovery_target_time: time };
  };

  it('restores a moment, and leaves the archive as it is', async () => {
    const before = archived();
    const restored = await recovered('moment', toTime(moment.time));
    const { begin, end } = moment;
    await expectRestored(restored, { key, writes, kept: writes.before(begin), lost: writes.after(end) });
    await restored.stop();
    expect(archived()).toEqual(before);
  });

  it('restores every acknowledged write with the pg_wal of the lost server', async () => {
    const settings = { ...folder.documented.recovery };
    delete settings['recovery_target_time'];
    const restored = await recovered('end', settings, { savedWal: join(lost.dataFolder, 'pg_wal') });
    await expectRestored(restored, { key, writes, kept: writes.all, lost: [] });
    await restored.stop();
  });

  it('does not restore a moment after the end of the WAL', async () => {
    await expect(recovered('later', toTime('2100-01-01 00:00:00+00'))).rejects.toThrow(
      /recovery ended before configured recovery target was reached/,
    );
  });
}

wherePostgres15Is(() => {
  defineRecoveries({
    binaries: postgres15,
    takeBase: async (postgres, { backup, documented }) => {
      await inSession(postgres.url, [`CREATE ROLE wallet_backup LOGIN REPLICATION`]);
      const BACKUP_DATABASE_URL = postgres.url.replace('//postgres@', '//wallet_backup@');
      const output = await runShell(documented.base, { folder: backup, env: { BACKUP_DATABASE_URL } });
      expect(output).toContain('backup successfully verified');
      const [base] = readdirSync(backup).filter((name) => name.startsWith('base-'));
      return join(backup, base!);
    },
  });
});

// It has no pg_basebackup.
describe('on the embedded PostgreSQL', () => {
  defineRecoveries({
    takeBase: async (postgres, { backup }) => {
      await copyRunningCluster(postgres, join(backup, 'base'));
      return join(backup, 'base');
    },
  });
});

async function readTime({ url }: Postgres): Promise<string> {
  const [row] = await inSession(url, ['SELECT clock_timestamp()::text AS time']);
  return (row as { time: string }).time;
}
