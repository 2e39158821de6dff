import pg from 'pg';

const tables = `
  SELECT c.oid, c.relname AS name FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
  ORDER BY c.relname`;

const columns = `
  SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
         EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)) AS "inPrimaryKey",
         EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)) AS "inForeignKey"
  FROM pg_attribute a WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

const constraints = `
  SELECT contype AS kind, conname AS name, confrelid::regclass::text AS target, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE conrelid = $1 AND contype <> 'n' AND contype <> 't' ORDER BY conname`;

const indexes = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i WHERE i.indrelid = $1 AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
  ORDER BY 1`;

const triggers = `
  SELECT tgname AS name, pg_get_triggerdef(oid) AS definition
  FROM pg_trigger WHERE tgrelid = $1 AND NOT tgisinternal ORDER BY tgname`;

/** The tables of a migrated database as Markdown: a diagram, and what PostgreSQL enforces on each table. */
export async function schemaDocumentOf(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found = [];
    for (const { oid, name } of (await client.query(tables)).rows) {
      const about = async (sql) => (await client.query(sql, [oid])).rows;
      found.push({
        name,
        columns: await about(columns),
        constraints: await about(constraints),
        indexes: await about(indexes),
        triggers: await about(triggers),
      });
    }
    return `${[preface, diagramOf(found), ...found.map(sectionOf)].join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

const preface = `# Schema

Read from a migrated database; \`npm run schema\` writes it anew. \`shard\` leads the keys of everything that belongs to a user.
[ARCHITECTURE.md](ARCHITECTURE.md#data-model) says what the tables are for.`;

function diagramOf(found) {
  const entities = found.flatMap(({ name, columns }) => [`  ${name} {`, ...columns.map(attributeOf), '  }']);
  const relations = found.flatMap(({ name, constraints }) =>
    constraints
      .filter(({ kind }) => kind === 'f')
      .map(({ target, definition }) => `  ${target} ||--o{ ${name} : "${columnsOf(definition)}"`),
  );
  return ['```mermaid', 'erDiagram', ...entities, ...relations, '```'].join('\n');
}

function attributeOf({ name, type, required, inPrimaryKey, inForeignKey }) {
  const keys = [inPrimaryKey && 'PK', inForeignKey && 'FK'].filter(Boolean).join(', ');
  const words = [mermaidType(type), name, keys, required ? '' : '"null"'];
  return `    ${words.filter(Boolean).join(' ')}`;
}

/** Mermaid takes letters, digits, brackets and a few others. */
const mermaidType = (type) =>
  type
    .replace(/\((\d+)\) with time zone/, 'tz($1)')
    .replace(' with time zone', 'tz')
    .replaceAll(' ', '_');

/** The columns of `FOREIGN KEY (a, b) REFERENCES …`. */
const columnsOf = (definition) => /\(([^)]*)\)/.exec(definition)[1];

function sectionOf({ name, constraints, indexes, triggers }) {
  const lines = [...constraints, ...indexes, ...triggers].map(
    ({ name: rule, definition }) => `- \`${rule}\`: \`${definition.replaceAll(/\s+/g, ' ')}\``,
  );
  return [`## ${name}`, '', ...lines].join('\n');
}
