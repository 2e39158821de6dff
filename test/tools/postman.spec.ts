import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runScript } from '../support/run-script.js';
import { startService, type TestService } from '../support/test-service.js';

/** The Postman collection in docs/postman matches the documentation, and every request works. */
interface Item {
  name: string;
  item?: Item[];
  event?: { script: { exec: string[] } }[];
  request?: { method: string; header: { key: string; value: string }[]; url: { path: string[] } };
}

interface Document {
  paths: Record<string, Record<string, object>>;
}

let service: TestService;
let document: Document;
let collection: { item: Item[] };

beforeAll(async () => {
  service = await startService();
  document = (await service.client.get('/openapi.json')).json as Document;
  collection = JSON.parse(
    readFileSync('docs/postman/internal-wallet-service.postman_collection.json', 'utf8'),
  ) as { item: Item[] };
});

afterAll(() => service.close());

function requestsIn(items: Item[]): Item[] {
  return items.flatMap((each) => (each.item ? requestsIn(each.item) : [each]));
}

function operations(): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

it('is up to date', async () => {
  const { code, output } = await runScript('scripts/postman/generate.mjs', '--check', '--from', service.url);
  expect(output).toBe('');
  expect(code).toBe(0);
});

it('is reported out of date if the documentation changes', async () => {
  const changed = structuredClone(document);
  Object.assign(Object.values(changed.paths)[0]!['post']!, { summary: 'Another one' });
  const server = await serve(changed);
  const { port } = server.address() as AddressInfo;
  const from = `http://127.0.0.1:${port}`;
  const { code, output } = await runScript('scripts/postman/generate.mjs', '--check', '--from', from);
  server.close();
  expect(output).toMatch(/collection\.json is out of date: run `npm run postman`/);
  expect(code).toBe(1);
});

async function serve(openApi: Document): Promise<Server> {
  const server = createServer((_request, response) => response.end(JSON.stringify(openApi)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

it('has a request for every documented operation', () => {
  const requests = requestsIn(collection.item).map(
    ({ request }) => `${request!.method} /${request!.url.path.join('/').replace(/:(\w+)/g, '{$1}')}`,
  );
  expect([...new Set(requests)].sort()).toEqual(operations().sort());
});

it('checks the status of every answer', () => {
  for (const { name, event } of requestsIn(collection.item)) {
    expect({ name, script: event?.[0]?.script.exec.join('\n') }).toEqual({
      name,
      script: expect.stringMatching(/to\.be\.oneOf\(\[\d+(, \d+)*\]\)/) as string,
    });
  }
});

it('sends each write with a separate key, except to demonstrate the retry', () => {
  const keys = requestsIn(collection.item).flatMap(({ request }) =>
    request!.header.filter(({ key }) => key === 'Idempotency-Key').map(({ value }) => value),
  );
  expect(keys.filter((key) => key !== '{{$guid}}')).toEqual(['{{spendKey}}']);
});

it('runs completely on the demo data, repeatedly', async () => {
  for (let round = 0; round < 2; round++) {
    const { code, output } = await runScript('scripts/postman/run.mjs', service.url);
    expect(output).toMatch(/ 0 failed\n$/);
    expect(Number(/(\d+) requests/.exec(output)![1])).toBe(requestsIn(collection.item).length);
    expect(code).toBe(0);
  }
  await service.audit();
});

it('fails on a wrong answer of the service', async () => {
  const { code, output } = await runScript('scripts/postman/run.mjs', service.url, 'not-a-key');
  expect(output).toMatch(/FAIL {2}the status is 201: expected 401 to be one of \[ 201 \]/);
  expect(code).toBe(1);
});
