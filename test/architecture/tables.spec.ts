import { readdirSync, readFileSync } from 'node:fs';
import { importsOfLibs } from '../../scripts/libs.cjs';
import { violationsOf, writersOf } from './table-rules.js';
import { entitiesIn, type TableUse, usesInSource, usesInSql } from './table-uses.js';

/**
 * Uses that break a rule today, with the reason. The list may only shrink: a use missing here fails the test, and so does an entry
 * without its use.
 */
const exceptions: { uses: string[]; because: string }[] = [
  {
    uses: ['libs/ledger/src/rebuild/repair-accounts.ts writes accounts'],
    because: 'an operator restores balances from entries, which the accounts do not know',
  },
  {
    uses: ['libs/accounts/src/balances.ts reads users'],
    because: 'a registered user has a balance in every asset, also without an account',
  },
  {
    uses: [
      ...['accounts', 'assets', 'changes', 'conversion_rates', 'entries', 'idempotency_keys', 'items'],
      ...['shard_heads', 'tasks', 'transactions', 'user_salts'],
    ].map((table) => `seed/seed.sql writes ${table}`),
    because: 'it seeds with psql, without the service; a test compares it with the seed through the libs',
  },
  {
    uses: ['seed/seed.sql reads conversion_rates'],
    because: 'it adds rates only to an empty list',
  },
  {
    uses: ['seed/seed.sql reads changes'],
    because: 'it numbers the changes that it records',
  },
];

const excepted = exceptions.flatMap(({ uses }) => uses);

/** Written only by migrations. */
const unowned = ['ledger_settings', 'shards'];

const tables = new Set(
  productionFiles(['migrations']).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/CREATE TABLE (\w+)/g)].map(([, table = '']) => table),
  ),
);

describe('in this repository', () => {
  let uses: TableUse[];
  let writers: Map<string, Set<string>>;

  beforeAll(() => {
    const sources = productionFiles(['libs', 'apps', 'seed']).map(
      (file) => [file, readFileSync(file, 'utf8')] as const,
    );
    const entities = new Map(
      sources.flatMap(([file, text]) => (file.endsWith('.sql') ? [] : entitiesIn(file, text))),
    );
    uses = sources.flatMap(([file, text]) =>
      file.endsWith('.sql')
        ? usesInSql(text, tables).map((use) => ({ file, ...use }))
        : usesInSource(file, text, { tables, entities }),
    );
    writers = writersOf(
      uses.filter(({ file, table, kind }) => !excepted.includes(`${file} ${kind} ${table}`)),
    );
  });

  it('has exactly one lib that writes each table', () => {
    const found = [...tables].map((table) => [table, [...(writers.get(table) ?? [])]]);
    const expected = [...tables].map((table) => [
      table,
      unowned.includes(table) ? [] : [expect.any(String) as string],
    ]);
    expect(found).toEqual(expected);
  });

  it('names a table only in its lib, and a table of the ledger only where the ledger may be imported', () => {
    const owners = new Map([...writers].map(([table, [lib = '']]) => [table, lib]));
    expect(violationsOf(uses, { owners, imports: importsOfLibs() })).toEqual(excepted.toSorted());
  });
});

/** Sources below these folders, without tests. */
function productionFiles(folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.(?:tsx?|sql)$/.test(file) && !/\.spec\.ts$/.test(file)),
  );
}
