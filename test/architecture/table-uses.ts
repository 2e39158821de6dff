import ts from 'typescript';

/** A statement of `file` reads or writes `table`. */
export interface TableUse {
  file: string;
  table: string;
  kind: 'reads' | 'writes';
}

/** Replaces `${…}` in the text of a template. */
const hole = '${}';

/** The table of a statement that names it in a placeholder. */
export const namedAtRunTime = 'a table named at run time';

const word = '(?:[a-z_]+\\.)?"?[a-z_]+"?';
const written = new RegExp(
  `(?:\\b(?:(?:INSERT|MERGE)\\s+INTO|DELETE\\s+FROM|TRUNCATE(?:\\s+TABLE)?|COPY)|(?<!\\b(?:FOR|KEY|DO|ON)\\s+)\\bUPDATE)\\s+` +
    `(?:ONLY\\s+)?(\\$\\{\\}|${word}(?:\\s*,\\s*${word})*)`,
  'g',
);
const item = `(?:(?:LATERAL|ONLY)\\s+)?${word}(?:\\s+(?:AS\\s+)?[a-z_]+)?`;
/** A table after a function with its columns, as in `FROM unnest($1) AS wanted(id), accounts`. */
const afterFunction = `[a-z_]+\\([^()]*\\)(?:\\s+(?:AS\\s+)?[a-z_]+(?:\\s*\\([^()]*\\))?)?\\s*,\\s*`;
const read = new RegExp(
  `(?<!\\bDELETE\\s+)\\b(?:FROM|JOIN|USING)\\s+(?:${afterFunction})*(${item}(?:\\s*,\\s*${item})*)`,
  'g',
);

/** The tables that SQL text reads and writes. Keywords must be in capitals, as in all our SQL. */
export function usesInSql(sql: string, tables: ReadonlySet<string>): Omit<TableUse, 'file'>[] {
  const text = sql.replace(/--.*/g, '');
  const named = (pattern: RegExp, kind: TableUse['kind']) =>
    [...text.matchAll(pattern)]
      .flatMap(([, list = '']) => list.split(','))
      .map((entry) => (entry === hole ? namedAtRunTime : nameOf(entry)))
      .filter((table) => tables.has(table) || table === namedAtRunTime)
      .map((table) => ({ table, kind }));
  return [...named(written, 'writes'), ...named(read, 'reads')];
}

/** The table in `ONLY public."accounts" AS a`. */
function nameOf(entry: string): string {
  const [name = ''] = entry
    .trim()
    .replace(/^(?:LATERAL|ONLY)\s+/, '')
    .split(/\s/);
  return name.replace(/^[a-z_]+\./, '').replaceAll('"', '');
}

/** Writing methods of TypeORM's repository, entity manager and query builder. */
const writers =
  /^(?:insert|into|update|upsert|save|delete|remove|softDelete|softRemove|increment|decrement)$/;

/** Methods that take a table name or an entity. */
const tableMethods = /^(?:getRepository|createQueryBuilder|from|into|insert|update|delete)$/;

/**
 * The tables that a source file uses, in SQL text and through entity classes. A file that names an entity counts as writing its
 * table if it calls any writing method.
 */
export function usesInSource(
  file: string,
  source: string,
  { tables, entities }: { tables: ReadonlySet<string>; entities: ReadonlyMap<string, string> },
): TableUse[] {
  const uses: Omit<TableUse, 'file'>[] = [];
  const throughOrm = new Set<string>();
  let callsWriter = false;
  visit(file, source, (node) => {
    const text = textOf(node);
    if (text !== undefined) uses.push(...usesInSql(text, tables));
    if (ts.isIdentifier(node) && !ts.isClassDeclaration(node.parent)) {
      const table = entities.get(node.text);
      if (table !== undefined) throughOrm.add(table);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const method = node.expression.name.text;
      const [first] = node.arguments;
      callsWriter ||= writers.test(method);
      if (tableMethods.test(method) && first && ts.isStringLiteralLike(first) && tables.has(first.text)) {
        throughOrm.add(first.text);
      }
    }
  });
  for (const table of throughOrm) uses.push({ table, kind: callsWriter ? 'writes' : 'reads' });
  return uses.map((use) => ({ file, ...use }));
}

/** The entities declared in a source file, with their tables. */
export function entitiesIn(file: string, source: string): [entity: string, table: string][] {
  const found: [string, string][] = [];
  visit(file, source, (node) => {
    if (!ts.isClassDeclaration(node) || !node.name) return;
    for (const { expression } of ts.getDecorators(node) ?? []) {
      if (ts.isCallExpression(expression) && expression.expression.getText() === 'Entity') {
        const table = /^(?:\{.*name:\s*)?'([a-z_]+)'/s.exec(expression.arguments[0]?.getText() ?? '')?.[1];
        if (table === undefined)
          throw new Error(`entity ${node.name.text} names no table; pass one to @Entity()`);
        found.push([node.name.text, table]);
      }
    }
  });
  return found;
}

/** The text of a string, or of a template with its placeholders marked. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => hole + literal.text).join('');
}

function visit(file: string, source: string, see: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    see(node);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
}
