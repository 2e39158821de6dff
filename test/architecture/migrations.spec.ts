import { collectMigrations } from '../../migrations/collect.js';
import { findMigrations } from '../../migrations/index.js';

class CreateHolds1764100000020 {
  async up(): Promise<void> {}
  async down(): Promise<void> {}
}
class CreateLots1764100000021 extends CreateHolds1764100000020 {}

const holds = { CreateHolds1764100000020, tableRights: { holds: 'SELECT, INSERT' } };
const lots = { CreateLots1764100000021, tableRights: { lots: 'SELECT', holds: 'UPDATE (lot)' } };

/** Collects migrations from a folder of these files. The values are their exports. */
const collect = (files: Record<string, object>) =>
  collectMigrations(Object.keys(files), (name) =>
    Promise.resolve(files[`${name}.js`] ?? files[`${name}.ts`] ?? {}),
  );

it('finds every migration of the folder, in the order of their timestamps', async () => {
  const { classes, tableRights } = await findMigrations();
  const names = classes.map(({ name }) => name);
  expect(names[0]).toBe('CreateFoundations1764100000001');
  expect(names.map((name) => name.slice(-13))).toEqual([...names.map((name) => name.slice(-13))].sort());
  expect(tableRights).toMatchObject({ schema_migrations: 'SELECT', entries: 'SELECT, INSERT' });
});

it('orders them by timestamp and ignores other files', async () => {
  const { classes } = await collect({
    '1764100000021-create-lots.js': lots,
    '1764100000021-create-lots.js.map': {},
    '1764100000020-create-holds.ts': holds,
    'index.js': {},
    sql: {},
  });
  expect(classes).toEqual([CreateHolds1764100000020, CreateLots1764100000021]);
});

it('combines the rights that several migrations grant on one table', async () => {
  const { tableRights } = await collect({
    '1764100000020-create-holds.js': holds,
    '1764100000021-create-lots.js': lots,
  });
  expect(tableRights).toEqual({ holds: 'SELECT, INSERT, UPDATE (lot)', lots: 'SELECT' });
});

it.each<[string, Record<string, object>, RegExp]>([
  ['no migration', { 'index.js': {} }, /no migrations were found/],
  [
    'two with one timestamp',
    { '1764100000020-create-holds.js': holds, '1764100000020-create-lots.js': lots },
    /same timestamp: 1764100000020-create-holds and 1764100000020-create-lots/,
  ],
  ['another name', { '20-create-holds.js': holds }, /20-create-holds must begin with 13 digits/],
  ['no class', { '1764100000020-create-holds.js': { up: () => undefined } }, /must export one class/],
  ['two classes', { '1764100000020-create-holds.js': { ...holds, ...lots } }, /must export one class/],
  ['a class with another timestamp', { '1764100000022-create-holds.js': holds }, /ends with its timestamp/],
  [
    'rights that are not a string',
    { '1764100000020-create-holds.js': { ...holds, tableRights: { holds: ['SELECT'] } } },
    /must name rights for each table/,
  ],
])('rejects a folder with %s', async (_, files, message) => {
  await expect(collect(files)).rejects.toThrow(message);
});
