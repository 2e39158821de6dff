import {
  type Comparison,
  compare,
  type Sample,
  withBody,
  withHeader,
  withPath,
} from '../support/hostile/compare.js';
import { type MeasuredService, startMeasuredService } from '../support/hostile/measured-service.js';
import {
  bodyShapes,
  headers,
  headerShapes,
  queryShapes,
  type Shape,
  textShapes,
} from '../support/hostile/shapes.js';

/**
 * Tries every hostile shape on every route and every header that is read: 16 KiB may cost at most three times as much as 8 KiB.
 * `npm run hostile` prints the table.
 */
const mostAllowed = 3;

let service: MeasuredService;
beforeAll(async () => {
  service = await startMeasuredService();
});
afterAll(() => service.close());

const pages = [
  '/',
  '/docs',
  '/docs/x',
  '/reference',
  '/openapi.json',
  '/console',
  '/console/x',
  '/console/assets/x',
  '/problems/x',
  '/v1/x',
];

/** One request of each kind: a read, one with several formats, a write, and one per file server. Other routes read the same headers. */
const kinds = [
  { path: '/v1/wallets/alice/GOLD' },
  { path: '/v1/wallets/alice/GOLD/statement?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z' },
  { method: 'POST', path: '/v1/wallets/alice/GOLD/spend', body: '{"amount":0}' },
  { path: '/docs/swagger-ui.css' },
  { path: '/console' },
];

const columns = ['what', 'shapes', 'costliest', '8 KiB, µs', '16 KiB, µs', 'worst ratio', 'shape'] as const;
const table: string[][] = [];

/** Compares all shapes of one part of a route, adds a line to the table, and returns violations. */
async function measure(
  what: string,
  shapes: Record<string, Shape>,
  sampleOf: (shape: Shape) => Sample,
): Promise<string[]> {
  const found: [name: string, comparison: Comparison][] = [];
  for (const [name, shape] of Object.entries(shapes))
    found.push([name, await compare(service, sampleOf(shape))]);
  const [costliest] = found.toSorted(([, a], [, b]) => b.largeUs - a.largeUs);
  const [worst] = found.toSorted(([, a], [, b]) => b.ratio - a.ratio);
  table.push([
    what,
    String(found.length),
    costliest![0],
    costliest![1].smallUs.toFixed(0),
    costliest![1].largeUs.toFixed(0),
    worst![1].ratio.toFixed(2),
    worst![0],
  ]);
  return found.flatMap(([name, { ratio, statuses }]) => [
    ...(ratio > mostAllowed ? [`${what}: ${name} costs ${ratio.toFixed(2)} times as much`] : []),
    ...[...statuses].filter((status) => status >= 500).map((status) => `${what}: ${name} gives ${status}`),
  ]);
}

interface Operation {
  method: string;
  path: string;
}

async function operations(): Promise<Operation[]> {
  const { json } = await service.client.get('/openapi.json');
  const { paths } = json as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

const plain = (path: string) => path.replaceAll(/\{[^{}]*\}/g, 'x');

it('takes time proportional to the size of a request, on every route', async () => {
  const broken: string[] = [];
  for (const { method, path } of await operations()) {
    const route = `${method} ${path}`;
    if (method !== 'GET') {
      broken.push(
        ...(await measure(`${route}, body`, bodyShapes, (shape) => withBody(method, plain(path), shape))),
      );
    }
    broken.push(
      ...(await measure(`${route}, query`, queryShapes, (shape) =>
        withPath(method, (text) => plain(path) + text, shape),
      )),
    );
    for (const [parameter] of path.matchAll(/\{[^{}]*\}/g)) {
      const [before = '', after = ''] = path.split(parameter).map(plain);
      broken.push(
        ...(await measure(`${route}, ${parameter}`, textShapes, (shape) =>
          withPath(method, (text) => before + text + after, shape),
        )),
      );
    }
  }
  for (const page of pages) {
    broken.push(
      ...(await measure(`GET ${page}, query`, queryShapes, (shape) =>
        withPath('GET', (text) => page + text, shape),
      )),
      ...(await measure(`GET ${page}, path`, textShapes, (shape) =>
        withPath('GET', (text) => page + text, shape),
      )),
    );
  }
  expect(broken).toEqual([]);
});

it.each(Object.entries(headers))(
  'takes time proportional to the size of the header %s',
  async (name, before) => {
    const broken: string[] = [];
    for (const kind of kinds) {
      const what = `${name}, ${kind.method ?? 'GET'} ${kind.path}`;
      broken.push(...(await measure(what, headerShapes, (shape) => withHeader(kind, [name, before], shape))));
    }
    expect(broken).toEqual([]);
  },
);

afterAll(() => {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...table.map((row) => row[index]!.length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => cell.padEnd(widths[index]!))
      .join('  ')
      .trimEnd();
  process.stdout.write(`\n${[columns, ...table].map(line).join('\n')}\n`);
});
