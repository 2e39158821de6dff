import { namedAtRunTime, type TableUse } from './table-uses.js';

/** The libs whose tables other libs may read. Every other lib is a capability with private tables. */
const ledgerLibs: readonly string[] = ['accounts', 'idempotency', 'ledger'];

/** For each lib, the libs that it may import. */
export type Imports = Readonly<Record<string, readonly string[]>>;

/** The lib of a file, or undefined for a file of an app or the seed. */
const libOf = (file: string): string | undefined => /^libs\/([^/]+)\//.exec(file)?.[1];

/** The libs that write each table. */
export function writersOf(uses: readonly TableUse[]): Map<string, Set<string>> {
  const writers = new Map<string, Set<string>>();
  for (const { file, table, kind } of uses) {
    const lib = libOf(file);
    if (kind === 'writes' && lib !== undefined)
      writers.set(table, (writers.get(table) ?? new Set()).add(lib));
  }
  return writers;
}

/**
 * The uses that break a rule, each as a sentence.
 *
 * - Only the owning lib writes a table; apps and the seed write none.
 * - A lib reads its tables, and those of the ledger's libs that it may import, directly or indirectly.
 * - Only the capability itself names its tables.
 *
 * Only migrations write a table without an owner; any source may read it.
 */
export function violationsOf(
  uses: readonly TableUse[],
  { owners, imports }: { owners: ReadonlyMap<string, string>; imports: Imports },
): string[] {
  const broken = uses.filter(({ file, table, kind }) => {
    const owner = owners.get(table);
    const lib = libOf(file);
    if (table === namedAtRunTime) return true;
    if (owner !== undefined && owner === lib) return false;
    if (kind === 'writes') return true;
    if (owner === undefined) return false;
    return !ledgerLibs.includes(owner) || (lib !== undefined && !reachable(lib, imports).has(owner));
  });
  return [...new Set(broken.map(({ file, table, kind }) => `${file} ${kind} ${table}`))].sort();
}

/** The libs that a lib may import directly or indirectly. */
function reachable(lib: string, imports: Imports, seen = new Set<string>()): Set<string> {
  for (const next of imports[lib] ?? []) {
    if (!seen.has(next)) reachable(next, imports, seen.add(next));
  }
  return seen;
}
