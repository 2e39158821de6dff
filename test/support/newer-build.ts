import { copyFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A later release: the build with one more migration, `Later9000000000000`, that adds the table `later`. */
export interface NewerBuild {
  /** The folder of the build. */
  folder: string;
  remove(): void;
}

/** With `breaking`, older code may not use the schema any more. */
export function makeNewerBuild({ breaking }: { breaking: boolean }): NewerBuild {
  const home = mkdtempSync(join(tmpdir(), 'wallet-newer-'));
  const folder = join(home, 'dist');
  cpSync('dist', folder, { recursive: true });
  copyFileSync('package.json', join(home, 'package.json'));
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'));
  const statements = [
    'CREATE TABLE later (id int)',
    ...(breaking ? [`UPDATE ledger_settings SET oldest_code = 'Later9000000000000'`] : []),
  ];
  writeFileSync(
    join(folder, 'migrations', '9000000000000-later.js'),
    `export const tableRights = { later: 'SELECT', clients: 'UPDATE' };
export class Later9000000000000 {
  async up(queryRunner) { for (const sql of ${JSON.stringify(statements)}) await queryRunner.query(sql); }
  async down(queryRunner) { await queryRunner.query('DROP TABLE later'); }
}
`,
  );
  return {
    folder,
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}
