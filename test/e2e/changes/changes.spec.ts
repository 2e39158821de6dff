import { administer } from '../../support/administer.js';
import { changesOf, type RecordedChange } from '../support/changes.js';
import { createClient } from '../support/client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { walk } from '../support/pages.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
  await createClient(service, 'shop');
  for (let price = 1; price <= 5; price++)
    await administer(service.client, 'PATCH /v1/items/iron-sword', { price });
  await administer(service.client, 'PATCH /v1/tasks/watch-ad', { reward: 6 });
  await administer(service.client, 'PATCH /v1/assets/GOLD', { maxAmount: 5_000 });
});
afterAll(() => service.close());

const namesOf = (changes: RecordedChange[]) => changes.map(({ kind, subject }) => `${kind} ${subject}`);

it('lists changes newest first, page by page, without a gap', async () => {
  const pages = await walk<RecordedChange>(service.client, '/v1/changes?limit=4', ({ number }) => number);
  const numbers = pages.flat().map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index));
  expect(pages.every((page) => page.length <= 4)).toBe(true);
});

it('begins with what the demonstration was seeded with', async () => {
  const seeded = await changesOf(service.client, 'by=seed');
  expect(namesOf(seeded)).toEqual([
    ...['GOLD', 'SILVER', 'DIAMOND', 'LOYALTY'].map((code) => `asset ${code}`),
    ...['iron-sword', 'health-potion', 'mystery-box'].map((code) => `item ${code}`),
    ...['tutorial', 'daily-login', 'watch-ad'].map((code) => `task ${code}`),
    ...['SILVER/GOLD', 'GOLD/DIAMOND'].map((pair) => `conversion-rate ${pair}`),
  ]);
  expect(seeded.every(({ before }) => before === null)).toBe(true);
});

it('filters by kind, subject and author', async () => {
  expect(new Set(namesOf(await changesOf(service.client, 'kind=asset&by=demo-admin')))).toEqual(
    new Set(['asset GOLD']),
  );
  const prices = (await changesOf(service.client, 'kind=item&subject=iron-sword')).map(({ after }) => after);
  expect(prices.map((terms) => terms?.['price'])).toEqual([120, 1, 2, 3, 4, 5]);
  expect(await changesOf(service.client, 'kind=task&subject=iron-sword')).toEqual([]);
  expect(await changesOf(service.client, 'by=shop')).toEqual([]);
});

it('names the login of an operator, and no secret', async () => {
  const [created, ...others] = await changesOf(service.client, 'kind=client');
  expect(others).toEqual([]);
  expect(created).toMatchObject({
    subject: 'shop',
    by: expect.stringMatching(/^operator:\w/) as string,
    before: null,
    after: { scopes: ['wallet:read', 'wallet:write'], keys: [expect.stringMatching(/^.{4}$/)] },
  });
  expect(await changesOf(service.client, `by=${created!.by}`)).toEqual([created]);
});

it('filters by time', async () => {
  const all = await changesOf(service.client);
  const middle = all[all.length >> 1]!.createdAt;
  const since = all.filter(({ createdAt }) => createdAt >= middle);
  const before = all.filter(({ createdAt }) => createdAt < middle);
  expect(await changesOf(service.client, `from=${middle}`)).toEqual(since);
  expect(await changesOf(service.client, `to=${middle}`)).toEqual(before);
});

it.each([
  ['kind=weather', '/kind'],
  ['subject=', '/subject'],
  ['from=yesterday', '/from'],
  ['startingAfter=0', '/startingAfter'],
  ['limit=101', '/limit'],
])('rejects %s', async (query, pointer) => {
  expectProblem(await service.client.get(`/v1/changes?${query}`), 'validation-failed', faultAt(pointer));
});

it('is only for administrators', async () => {
  expectProblem(await service.as('demo-game-key').get('/v1/changes'), 'forbidden');
});
