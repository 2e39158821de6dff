import { administer } from '../support/administer.js';
import { changesOf, type RecordedChange } from '../e2e/support/changes.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';

/** Administrators who change the same things at once, on two instances. */
let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterEach(() => instances.first.audit());
afterAll(async () => {
  await instances.stop();
  await instances.drop();
});

const send = (index: number, request: Parameters<typeof administer>[1], body?: object) =>
  administer(instances.inTurn(index).client, request, body);

/** Each record of a subject begins where the one before it ended. */
function expectChain(changes: readonly RecordedChange[]): void {
  changes.slice(1).forEach(({ before }, index) => {
    expect(before).toEqual(changes[index]?.after);
  });
}

it('chains the records of one price, and ends at the price in effect', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      send(index, 'PATCH /v1/items/iron-sword', { price: 200 + index }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const changes = await changesOf(instances.first.client, 'kind=item&subject=iron-sword');
  expect(changes).toHaveLength(1 + 40);
  expectChain(changes);
  const item = await instances.second.client.get('/v1/items/iron-sword');
  expect(item.json).toEqual({ code: 'iron-sword', ...changes.at(-1)?.after });
});

it('chains members of one asset that different administrators change', async () => {
  const bodies = [{ minAmount: 2 }, { maxAmount: 1_000 }, { name: 'Doubloons' }, { retired: true }];
  await Promise.all(bodies.map((body, index) => send(index, 'PATCH /v1/assets/GOLD', body)));
  const changes = await changesOf(instances.first.client, 'kind=asset&subject=GOLD');
  expectChain(changes);
  expect(changes.at(-1)?.after).toMatchObject(Object.assign({}, ...bodies) as object);
});

it('chains a rate that is set and removed at once', async () => {
  const path = '/v1/conversion-rates/SILVER/LOYALTY' as const;
  const writes = Array.from({ length: 20 }, (_, index) => [
    send(index, `PUT ${path}`, { fromAmount: 100 + index, toAmount: 1 }),
    send(index + 1, `DELETE ${path}`),
  ]);
  const answers = await Promise.all(writes.flat());
  expect(answers.every(({ status }) => status === 200 || status === 204)).toBe(true);
  const changes = await changesOf(instances.first.client, 'kind=conversion-rate&subject=SILVER/LOYALTY');
  expect(changes[0]?.before).toBeNull();
  expectChain(changes);
});

it('numbers changes of different subjects without a gap, at times that never go back', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => {
      const item = { code: `item-${index}`, name: `Item ${index}`, asset: 'SILVER', price: 5 };
      return send(index, 'POST /v1/items', item);
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  const changes = await changesOf(instances.first.client);
  const numbers = changes.map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  const times = changes.map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted());
});
