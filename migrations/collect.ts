import type { MigrationInterface } from 'typeorm';

export interface Migrations {
  /** In the order in which they run. */
  classes: readonly (new () => MigrationInterface)[];
  /** The exact rights of the service's role on each table. */
  tableRights: Readonly<Record<string, string>>;
}

/**
 * Collects the migrations of a folder with these files. A migration is a file named `<13 digits>-<name>`. It exports one class,
 * whose name ends with the same digits. The migration that creates a table also exports `tableRights` for it. A later migration
 * may add rights for the same table, such as those on a new column.
 *
 * Throws if there are no migrations, if two have the same timestamp, or if a file lacks the required exports.
 */
export async function collectMigrations(
  files: readonly string[],
  load: (name: string) => Promise<object>,
): Promise<Migrations> {
  const classes: Migrations['classes'][number][] = [];
  const rights = new Map<string, string>();
  for (const name of migrationNames(files)) {
    const exported = await load(name);
    classes.push(classOf(name, exported));
    for (const [table, right] of Object.entries(rightsOf(name, exported))) {
      const others = rights.get(table);
      rights.set(table, others === undefined ? right : `${others}, ${right}`);
    }
  }
  return { classes, tableRights: Object.fromEntries(rights) };
}

/** The names of the migrations among these files, without the extension, oldest first. */
function migrationNames(files: readonly string[]): string[] {
  const names = files
    .filter((file) => /^\d[^.]*\.[jt]s$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort();
  if (names.length === 0) throw new Error('no migrations were found: the build is incomplete');
  for (const [index, name] of names.entries()) {
    if (!/^\d{13}-/.test(name)) throw new Error(`the name of migration ${name} must begin with 13 digits`);
    const next = names[index + 1];
    if (next && timestampOf(next) === timestampOf(name)) {
      throw new Error(`two migrations have the same timestamp: ${name} and ${next}`);
    }
  }
  return names;
}

const timestampOf = (name: string): string => name.slice(0, 13);

function classOf(name: string, exported: object): Migrations['classes'][number] {
  const found = Object.values(exported).filter(isMigrationClass);
  const [only] = found;
  if (found.length !== 1 || !only?.name.endsWith(timestampOf(name))) {
    throw new Error(`migration ${name} must export one class, with a name that ends with its timestamp`);
  }
  return only;
}

function isMigrationClass(value: unknown): value is new () => MigrationInterface {
  return typeof value === 'function' && value.prototype instanceof Object && 'up' in value.prototype;
}

function rightsOf(name: string, exported: object): Record<string, string> {
  if (!('tableRights' in exported)) return {};
  const { tableRights } = exported;
  if (isRights(tableRights)) return tableRights;
  throw new Error(`tableRights of migration ${name} must name rights for each table`);
}

function isRights(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((rights) => typeof rights === 'string')
  );
}
