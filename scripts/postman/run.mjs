// `node scripts/postman/run.mjs [url] [key]`: sends every request of the committed collection to the service at `url`, in order,
// and runs its tests, with the engine of Postman and newman. Exits with 1 if one fails.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postman from 'postman-collection';
import runtime from 'postman-runtime';
import { root } from '../prepare.mjs';

const read = (name) => JSON.parse(readFileSync(join(root, 'docs', 'postman', name), 'utf8'));
const [url, key] = process.argv.slice(2);
const environment = new postman.VariableScope(read('demo.postman_environment.json'));
if (url) environment.set('baseUrl', url);
if (key) environment.set('apiKey', key);

let requests = 0;
let passed = 0;
const failures = [];

const run = await new Promise((resolve, reject) => {
  new runtime.Runner().run(
    new postman.Collection(read('internal-wallet-service.postman_collection.json')),
    { environment, timeout: { request: 30_000, script: 10_000 } },
    (error, prepared) => (error ? reject(error) : resolve(prepared)),
  );
});
await new Promise((resolve, reject) => {
  run.start({
    response(error, _cursor, response, { method, url: sent }, { name }) {
      requests += 1;
      console.log(`${response?.code ?? '---'} ${method} ${sent.getPathWithQuery()}  ${name}`);
      if (error) failures.push(`${name}: ${error.message}`);
    },
    assertion(_cursor, assertions) {
      for (const { name, error } of assertions) {
        if (error) failures.push(`${name}: ${error.message}`);
        else passed += 1;
      }
    },
    exception: (_cursor, error) => failures.push(error.message),
    done: (error) => (error ? reject(error) : resolve()),
  });
});
for (const failure of failures) console.error(`FAIL  ${failure}`);
console.log(`${requests} requests, ${passed} tests passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
