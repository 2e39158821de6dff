// `npm run schema`: writes docs/schema.md from a migrated database.
//   -- --check        writes nothing; exits with 1 if the committed file is out of date
//   -- --from <url>   reads that database instead of a temporary one
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from '../prepare.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, from: { type: 'string' } } });
if (!values.from) prepare();
// Not before `prepare`, which may have to install them.
const { format } = await import('prettier');
const { schemaDocumentOf } = await import('./document.mjs');
const { withTemporaryService } = await import('../temporary-service.mjs');

const document = await (values.from
  ? schemaDocumentOf(values.from)
  : withTemporaryService((_url, databaseUrl) => schemaDocumentOf(databaseUrl)));
const text = await format(document, { parser: 'markdown', printWidth: 140 });
const file = join(root, 'docs', 'schema.md');
if (!values.check) {
  writeFileSync(file, text);
  console.log('Wrote docs/schema.md');
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/schema.md is out of date: run `npm run schema`');
  process.exitCode = 1;
}
