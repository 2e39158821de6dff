// `npm run postman`: writes the Postman collection of the built service to docs/postman.
//   -- --check        writes nothing; exits with 1 if the committed files are not what it would write
//   -- --from <url>   reads the document of the service running there instead of starting one
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentOf } from '../openapi-document.mjs';
import { prepare, root } from '../prepare.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, from: { type: 'string' } } });
if (!values.from) prepare();
// Not before `prepare`, which may have to install them.
const { format } = await import('prettier');
const { collectionOf, environment } = await import('./collection.mjs');

const document = await documentOf(values.from);
const files = {
  'internal-wallet-service.postman_collection.json': await collectionOf(document),
  'demo.postman_environment.json': environment,
};
for (const [name, content] of Object.entries(files)) {
  const file = join(root, 'docs', 'postman', name);
  const text = await format(JSON.stringify(content), { parser: 'json', printWidth: 110 });
  if (!values.check) {
    writeFileSync(file, text);
    console.log(`Wrote docs/postman/${name}`);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`docs/postman/${name} is out of date: run \`npm run postman\``);
    process.exitCode = 1;
  }
}
