import { compare, type Sample, withBody, withHeader, withPath } from '../../support/hostile/compare.js';
import { type MeasuredService, startMeasuredService } from '../../support/hostile/measured-service.js';
import { bodyShapes, headerShapes, queryShapes } from '../../support/hostile/shapes.js';

/** The worst inputs, on one route each; `npm run hostile` tries them all on every route. */
let service: MeasuredService;
beforeAll(async () => {
  service = await startMeasuredService();
});
afterAll(() => service.close());

const statement = '/v1/wallets/alice/GOLD/statement?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z';
const spend = '/v1/wallets/alice/GOLD/spend';
const body = (name: string): [string, Sample] => [name, withBody('POST', spend, bodyShapes[name]!)];
const header = (path: string, name: string, before: string, shape: string): [string, Sample] => [
  `${shape} in ${name}`,
  withHeader({ path }, [name, before], headerShapes[shape]!),
];

it.each<[string, Sample]>([
  body('zeros in a fraction'),
  body('zeros in a fraction with an exponent'),
  body('many fractions'),
  body('nested arrays'),
  body('unknown members'),
  body('unknown members named by numbers'),
  body('members of metadata'),
  body('objects in metadata'),
  body('a text of escaped quotes'),
  body('spaces'),
  [
    'dots below /console',
    withPath(
      'GET',
      (text) => `/console/${text}`,
      (bytes) => '.'.repeat(bytes),
    ),
  ],
  [
    'unknown parameters',
    withPath('GET', (text) => `/v1/transactions${text}`, queryShapes['unknown parameters']!),
  ],
  header('/console', 'accept-encoding', '', 'a list with weights'),
  header(statement, 'accept', '', 'media ranges'),
  header(statement, 'accept', '', 'open quotes'),
  header('/v1/assets', 'authorization', 'Bearer ', 'dots'),
  header('/v1/assets', 'x-forwarded-for', '', 'addresses'),
])('costs at most three times as much for 16 KiB as for 8 KiB of %s', async (_shape, sample) => {
  const { ratio, statuses } = await compare(service, sample);
  expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  expect(ratio).toBeLessThanOrEqual(3);
});
