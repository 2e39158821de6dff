// `npm run endpoints`: writes the list of endpoints into README.md, from the OpenAPI document of this build.
//   -- --check        writes nothing; exits with 1 if the list is out of date
//   -- --from <url>   takes the document of the service that runs there instead of starting one
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentOf } from '../openapi-document.mjs';
import { prepare, root } from '../prepare.mjs';
import { endpointList } from './list.mjs';

const begin = '<!-- endpoints: written by `npm run endpoints` -->';
const end = '<!-- endpoints end -->';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, from: { type: 'string' } } });
if (!values.from) prepare();

const file = join(root, 'README.md');
const page = readFileSync(file, 'utf8');
const [before, , after] = page.split(new RegExp(`(?<=${begin})|(?=${end})`));
if (after === undefined) throw new Error(`README.md needs the markers ${begin} and ${end}`);
const list = endpointList(await documentOf(values.from));
const text = `${before}\n\n\`\`\`\n${list}\n\`\`\`\n\n${after}`;
if (!values.check) {
  writeFileSync(file, text);
  console.log('Wrote the endpoints in README.md');
} else if (page !== text) {
  console.error('README.md does not list the endpoints of the service: run `npm run endpoints`');
  process.exitCode = 1;
}
