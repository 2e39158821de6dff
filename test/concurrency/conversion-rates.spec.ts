import { administer } from '../support/administer.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';

/** Rates set simultaneously on two instances. */
let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterEach(() => instances.first.audit());
afterAll(async () => {
  await instances.stop();
  await instances.drop();
});

const put = (index: number, pair: string, toAmount: number) =>
  administer(instances.inTurn(index).client, `PUT /v1/conversion-rates/${pair}`, { fromAmount: 1, toAmount });

const problemOf = ({ status, json }: { status: number; json: unknown }) =>
  status === 200 ? 'offered' : (json as { code: string }).code;

it('accepts only one of two rates that together would create credits', async () => {
  const pairs = 20;
  for (let pair = 0; pair < pairs; pair++) {
    for (const side of ['A', 'B']) {
      const asset = { code: `${side}${pair}`, name: `${side}${pair}` };
      await instances.first.client.post('/v1/assets', asset);
    }
  }
  const answers = await Promise.all(
    Array.from({ length: pairs }, (_, pair) =>
      Promise.all([put(0, `A${pair}/B${pair}`, 2), put(1, `B${pair}/A${pair}`, 1)]),
    ),
  );
  for (const both of answers) {
    expect(both.map(problemOf).sort()).toEqual(['conversion-cycle-creates-credits', 'offered']);
  }
});

it('accepts many compatible rates', async () => {
  const assets = ['GOLD', 'SILVER', 'DIAMOND', 'LOYALTY'];
  for (const from of assets) {
    for (const to of assets)
      await administer(instances.first.client, `DELETE /v1/conversion-rates/${from}/${to}`);
  }
  const offers = assets.flatMap((from) => assets.flatMap((to) => (from === to ? [] : [`${from}/${to}`])));
  const answers = await Promise.all(offers.map((pair, index) => put(index, pair, 1)));
  expect(answers.map(problemOf)).toEqual(offers.map(() => 'offered'));
});
