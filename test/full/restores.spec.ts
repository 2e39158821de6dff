import { readdirSync } from 'node:fs';
import { type BackupFolder, createBackupFolder } from '../support/backups/backup-folder.js';
import { type Expected, expectRestored } from '../support/backups/expect-restored.js';
import { postgres15, runShell, wherePostgres15Is } from '../support/backups/postgres-programs.js';
import { RecordedWrites } from '../support/backups/recorded-writes.js';
import {
  createDatabase,
  loginsOf,
  runCommand,
  setUpWallet,
  withService,
} from '../support/backups/wallet-server.js';
import { endPrograms } from '../support/service-process.js';

/** A dump taken while callers write, and restored, with the commands of docs/operations.md. */
wherePostgres15Is(() => {
  let folder: BackupFolder;
  let expected: Expected;

  beforeAll(async () => {
    folder = createBackupFolder();
    const postgres = await folder.startServer('dumped', { binaries: postgres15 });
    const key = await setUpWallet(postgres);
    await withService(postgres, key, async (client) => {
      const writes = new RecordedWrites(client);
      await writes.start();
      await writes.more(100);
      const begin = writes.mark();
      await runShell(folder.documented.dump, { folder: folder.backup, env: loginsOf(postgres) });
      const end = writes.mark();
      await writes.more(100);
      await writes.stop();
      expected = { key, writes, kept: writes.before(begin), lost: writes.after(end) };
    });
    await postgres.stop();
  });

  afterEach(endPrograms);

  afterAll(() => folder.remove());

  it.each([
    ['the same version', postgres15],
    ['a newer version', undefined],
  ])('a dump is restored into %s', async (version, binaries) => {
    const restored = await folder.startServer(version.replaceAll(' ', '-'), { binaries });
    await createDatabase(restored);
    const [dump] = readdirSync(folder.backup).filter((name) => name.endsWith('.dump'));
    const commands = folder.documented.restore.replace(/wallet-\S+\.dump/, dump!).trim();
    for (const command of commands.split('\n')) {
      const [npm, run, program, ...args] = command.split('#')[0]!.trim().split(/ +/);
      if (npm !== 'npm') await runShell(command, { folder: folder.backup, env: loginsOf(restored) });
      else {
        expect([run, program]).toEqual(['run', expect.stringMatching(/^(migrate|verify)$/)]);
        await runCommand(restored, program as 'migrate' | 'verify', ...args.filter((arg) => arg !== '--'));
      }
    }
    await expectRestored(restored, expected);
    await restored.stop();
  });
});
