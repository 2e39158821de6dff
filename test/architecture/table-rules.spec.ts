import { violationsOf, writersOf } from './table-rules.js';
import { entitiesIn, usesInSource } from './table-uses.js';

const tables = new Set(['accounts', 'entries', 'items']);
const entities = new Map([['AccountEntity', 'accounts']]);
const owners = new Map([
  ['accounts', 'accounts'],
  ['entries', 'ledger'],
  ['items', 'catalog'],
]);
const imports = { users: ['ledger'], ledger: ['accounts'], catalog: [] };

const violations = (file: string, expression: string) =>
  violationsOf(usesInSource(file, `export const found = ${expression};`, { tables, entities }), {
    owners,
    imports,
  });

describe('finds a planted violation:', () => {
  it.each([
    [
      'an INSERT of another lib',
      'libs/users/src/a.ts',
      '`INSERT INTO accounts (${columns}) VALUES ($1)`',
      'writes accounts',
    ],
    [
      'an UPDATE',
      'libs/users/src/a.ts',
      '`WITH x AS (UPDATE ONLY public."accounts" SET balance = 0)`',
      'writes accounts',
    ],
    ['a DELETE', 'libs/users/src/a.ts', "'DELETE FROM accounts'", 'writes accounts'],
    [
      'a TRUNCATE of several tables',
      'libs/users/src/a.ts',
      "'TRUNCATE TABLE pages, accounts'",
      'writes accounts',
    ],
    ['a MERGE', 'libs/users/src/a.ts', '`MERGE INTO accounts AS a USING x ON true`', 'writes accounts'],
    ['a write of an app', 'apps/wallet-api/src/a.ts', '`INSERT INTO accounts VALUES (1)`', 'writes accounts'],
    ['a write of the seed', 'seed/a.ts', '`INSERT INTO accounts VALUES (1)`', 'writes accounts'],
    [
      'a table named at run time',
      'libs/accounts/src/a.ts',
      '`INSERT INTO ${table} VALUES (1)`',
      'writes a table named at run time',
    ],
    [
      'a read of a lib that may not be imported',
      'libs/catalog/src/a.ts',
      '`SELECT FROM entries e`',
      'reads entries',
    ],
    [
      "a read of a capability's table",
      'libs/ledger/src/a.ts',
      '`SELECT FROM entries JOIN items ON true`',
      'reads items',
    ],
    [
      "an app's read of a capability's table",
      'apps/wallet-api/src/a.ts',
      '`SELECT FROM items`',
      'reads items',
    ],
    [
      'a read after a comma',
      'libs/ledger/src/a.ts',
      '`SELECT FROM unnest($1) AS w (id), entries e, items`',
      'reads items',
    ],
    [
      'an insert through an entity',
      'libs/users/src/a.ts',
      'manager.insert(AccountEntity, {})',
      'writes accounts',
    ],
    [
      'an insert by the name of a table',
      'libs/users/src/a.ts',
      "manager.getRepository('accounts').save({})",
      'writes accounts',
    ],
    ['a read through an entity', 'libs/catalog/src/a.ts', 'manager.find(AccountEntity)', 'reads accounts'],
  ])('%s', (_, file, expression, use) => {
    expect(violations(file, expression)).toEqual([`${file} ${use}`]);
  });

  it('two libs that write one table', () => {
    const write = '`UPDATE accounts SET balance = 0`';
    const uses = ['libs/accounts/src/a.ts', 'libs/ledger/src/a.ts'].flatMap((file) =>
      usesInSource(file, write, { tables, entities }),
    );
    expect(writersOf(uses)).toEqual(new Map([['accounts', new Set(['accounts', 'ledger'])]]));
  });

  it.each([
    ['a read of a lib that is imported through another', 'libs/users/src/a.ts', '`SELECT FROM accounts`'],
    [
      'a read of an app from the ledger',
      'apps/wallet-api/src/a.ts',
      '`SELECT FROM accounts JOIN entries ON true`',
    ],
    ['a locking read', 'libs/users/src/a.ts', '`SELECT FROM accounts FOR UPDATE ${columns}`'],
    [
      'an upsert of its table',
      'libs/catalog/src/a.ts',
      '`INSERT INTO items VALUES (1) ON CONFLICT (code) DO UPDATE SET price = 1`',
    ],
    ['prose', 'libs/ledger/src/a.ts', "'We update items from time to time.'"],
  ])('but not in %s', (_, file, expression) => {
    expect(violations(file, expression)).toEqual([]);
  });

  it('reads the table of an entity from its declaration', () => {
    const source = `@Entity('accounts') class A {}\n@Entity({ schema: 'public', name: 'entries' }) class B {}\nclass C {}`;
    expect(entitiesIn('a.ts', source)).toEqual([
      ['A', 'accounts'],
      ['B', 'entries'],
    ]);
    expect(() => entitiesIn('a.ts', '@Entity() class D {}')).toThrow(/D names no table/);
  });
});
