import { type QueryLevel, queryLevelsOf } from './sql-levels.js';

/** The properties of the database that the rules need. */
export interface Engine {
  /** The tables distributed by the column `shard`. */
  distributed: ReadonlySet<string>;
  /** Names of functions that are VOLATILE. */
  volatile: ReadonlySet<string>;
}

/** The distributed tables that a statement names. */
export function distributedTablesOf(sql: string, { distributed }: Engine): string[] {
  return queryLevelsOf(sql).flatMap((level) => tablesOf(level, distributed).map(({ table }) => table));
}

/** Why a distributed engine would reject this statement, in words; empty if it would not. */
export function faultsOf(sql: string, engine: Engine): string[] {
  if (distributedTablesOf(sql, engine).length === 0) return [];
  const levels = queryLevelsOf(sql);
  return [
    ...levels.flatMap((level) => unroutedTablesOf(level, engine.distributed)),
    ...insertsFromNowhere(levels, engine.distributed),
    ...levels.flatMap((level) => volatileCallsOf(level, engine.volatile)),
    ...levels.flatMap(correlatedSubqueriesOf),
  ];
}

interface TableOccurrence {
  table: string;
  alias: string;
  isInserted: boolean;
}

const noAlias =
  /^(?:AS|ON|SET|USING|WHERE|JOIN|LEFT|RIGHT|INNER|CROSS|FULL|ORDER|GROUP|LIMIT|FOR|VALUES|SELECT)$/i;

function tablesOf({ text }: QueryLevel, distributed: ReadonlySet<string>): TableOccurrence[] {
  const occurrences = text.matchAll(/\b(FROM|JOIN|UPDATE|INTO|USING) (\w+)\b(?! ?\.)(?: (?:AS )?(\w+))?/g);
  return [...occurrences].flatMap(([, before = '', table = '', alias = '']) =>
    !distributed.has(table)
      ? []
      : [
          {
            table,
            alias: alias === '' || noAlias.test(alias) ? table : alias,
            isInserted: before === 'INTO',
          },
        ],
  );
}

/**
 * A table names its shards by `shard = $1` or `shard = ANY ($1)`, or by having the shard of a table that does. Inserted
 * rows carry theirs.
 */
function unroutedTablesOf(level: QueryLevel, distributed: ReadonlySet<string>): string[] {
  const routed = routedAliasesOf(level, distributed);
  return tablesOf(level, distributed).flatMap(({ table, alias, isInserted }) => {
    const isRouted = isInserted
      ? new RegExp(`INTO ${table} ?\\((?:[^)]*, )?shard\\b`).test(level.text)
      : routed.has(alias);
    return isRouted ? [] : [`${table} does not name its shards`];
  });
}

/** Citus runs such an insert on the node that was asked, and sends it row by row. */
function insertsFromNowhere(levels: readonly QueryLevel[], distributed: ReadonlySet<string>): string[] {
  const text = levels[0]?.text ?? '';
  const found = levels.flatMap((level) => tablesOf(level, distributed));
  const inserted = found.filter(({ isInserted }) => isInserted);
  const isFromNowhere = /\) SELECT /.test(text.replace(/\s+/g, ' ')) && found.length === inserted.length;
  return isFromNowhere
    ? inserted.map(({ table }) => `inserts into ${table} from a SELECT without a distributed table`)
    : [];
}

const parameter = String.raw`(?:ANY ?\( ?)?(?:CAST\( ?)?\$\d+`;

function routedAliasesOf(level: QueryLevel, distributed: ReadonlySet<string>): Set<string> {
  const routed = new Set(level.enclosing && routedAliasesOf(level.enclosing, distributed));
  const aliases = tablesOf(level, distributed).flatMap(({ alias, isInserted }) =>
    isInserted ? [] : [alias],
  );
  const names = (alias: string) =>
    aliases.length === 1 ? `(?:${alias}\\.|(?<![.\\w]))shard` : `\\b${alias}\\.shard`;
  for (const alias of aliases) {
    if (new RegExp(`${names(alias)} = ${parameter}`).test(level.text)) routed.add(alias);
  }
  for (let before = -1; before < routed.size;) {
    before = routed.size;
    for (const alias of aliases) {
      const others = [...routed].join('|');
      const isBound = new RegExp(
        `${names(alias)} = (?:${others})\\.shard\\b|\\b(?:${others})\\.shard = ${names(alias)}\\b`,
      );
      if (others !== '' && isBound.test(level.text)) routed.add(alias);
    }
  }
  return routed;
}

function volatileCallsOf({ text }: QueryLevel, volatile: ReadonlySet<string>): string[] {
  const calls = [...text.matchAll(/\b(\w+) ?\(/g)].map(([, name = '']) => name.toLowerCase());
  return calls.filter((name) => volatile.has(name)).map((name) => `calls ${name}, which is volatile`);
}

/** A subquery outside FROM that refers to the rows of an outer function. */
function correlatedSubqueriesOf(level: QueryLevel): string[] {
  const isCorrelated =
    !level.isRowSource && functionAliasesAround(level).some((alias) => mentions(level, alias));
  return isCorrelated ? [`has a correlated subquery over a set-returning function: ${level.text}`] : [];
}

function functionAliasesAround({ enclosing }: QueryLevel): string[] {
  if (!enclosing) return [];
  const aliases = enclosing.text.matchAll(
    /\b(?:FROM|JOIN|LATERAL|USING) \w+ ?\([^()]*\)(?: WITH ORDINALITY)? (?:AS )?(\w+)/g,
  );
  return [...[...aliases].map(([, alias = '']) => alias), ...functionAliasesAround(enclosing)];
}

function mentions({ text, subqueries }: QueryLevel, alias: string): boolean {
  return new RegExp(`\\b${alias}\\.`).test(text) || subqueries.some((inner) => mentions(inner, alias));
}
