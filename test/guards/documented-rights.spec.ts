import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { createTestDatabase } from '../support/test-database.js';

/** The rights of `wallet_app` on each table according to docs/security.md. */
const grantedRights = `
  SELECT relname AS "table", concat_ws(', ',
           CASE WHEN has_any_column_privilege('wallet_app', oid, 'INSERT') THEN 'INSERT' END,
           (SELECT 'UPDATE (' || string_agg(attname, ', ' ORDER BY attnum) || ')' FROM pg_attribute
            WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
              AND has_column_privilege('wallet_app', c.oid, attnum, 'UPDATE')),
           CASE WHEN has_table_privilege('wallet_app', oid, 'DELETE') THEN 'DELETE' END,
           CASE WHEN has_table_privilege('wallet_app', oid, 'TRUNCATE') THEN 'TRUNCATE' END,
           CASE WHEN has_table_privilege('wallet_app', oid, 'TRIGGER') THEN 'TRIGGER' END) AS rights
  FROM pg_class c
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`;

it('documents every write privilege of the service', async () => {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ table: string; rights: string }>(grantedRights);
  await client.end();
  await database.drop();

  const granted = rows
    .filter(({ rights }) => rights !== '')
    .map(({ table, rights }) => [table, inOrder(rights)]);
  const text = await readFile('docs/security.md', 'utf8');
  const documented = text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, , rights = '']) => /^(INSERT|UPDATE|DELETE)/.test(rights))
    .map(([, table = '', rights = '']) => [table.replaceAll('`', ''), inOrder(rights)]);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(granted));
});

/** Columns in any order. */
function inOrder(rights: string): string {
  return rights.replace(/\(([^)]*)\)/, (_, columns: string) => `(${columns.split(', ').sort().join(', ')})`);
}
