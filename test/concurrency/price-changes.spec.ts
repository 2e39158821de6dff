import { administer } from '../support/administer.js';
import { holdAccount } from '../support/held-account.js';
import { startService, type TestService } from '../support/test-service.js';

/** Prices that change constantly while two instances sell. */
let first: TestService;
let second: TestService;
beforeAll(async () => {
  first = await startService();
  second = await startService({ database: first.database });
});
afterEach(() => first.audit());
afterAll(async () => {
  await second.close();
  await first.close();
});

const users = Array.from({ length: 4 }, (_, index) => `buyer-${index}`);
const purchases = 600;
const callers = 6;

/** A logical clock: counts the events of this process, to order any two moments. */
let moments = 0;

interface Window {
  sent: number;
  answered: number;
}

async function during<T>(work: () => Promise<T>): Promise<Window & { result: T }> {
  const sent = ++moments;
  const result = await work();
  return { sent, answered: ++moments, result };
}

const setPrice = (service: TestService, price: number) =>
  administer(service.client, 'PATCH /v1/items/iron-sword', { price });

it('charges a price in force during the purchase, and never an older one than the previous purchase', async () => {
  await Promise.all(
    users.map((userId) => first.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 2 ** 40 })),
  );
  // Prices only rise, so a price identifies its change: change number n sets it to n.
  const changes: Window[] = [await during(() => setPrice(first, 1))];
  const sold: (Window & { userId: string; price: number; version: number })[] = [];
  let open = purchases;

  const sell = async (index: number) => {
    const userId = users[index % users.length]!;
    const service = index % 2 === 0 ? first : second;
    while (open-- > 0) {
      const { result, ...window } = await during(() =>
        service.client.post(`/v1/wallets/${userId}/purchases`, { item: 'iron-sword' }),
      );
      expect(result.status).toBe(201);
      const { amount, metadata, entries } = result.json;
      expect(amount).toBe(metadata.purchase.unitPrice);
      sold.push({ ...window, userId, price: amount, version: entries[0].version });
    }
  };
  const reprice = async () => {
    while (open > 0) {
      const price = changes.length + 1;
      const change = await during(() => setPrice(price % 2 === 0 ? first : second, price));
      expect(change.result.json).toMatchObject({ price });
      changes.push(change);
    }
  };
  await Promise.all([reprice(), ...Array.from({ length: callers }, (_, index) => sell(index))]);

  for (const { sent, answered, price } of sold) {
    const [made, replaced] = [changes[price - 1], changes[price]];
    // A price may be in force from the sending of its change until the answer to the next.
    expect(made!.sent).toBeLessThan(answered);
    if (replaced) expect(replaced.answered).toBeGreaterThan(sent);
  }
  for (const userId of users) {
    const inOrder = sold
      .filter((purchase) => purchase.userId === userId)
      .sort((one, other) => one.version - other.version)
      .map(({ price }) => price);
    expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
  }
  expect(sold).toHaveLength(purchases);
  expect(new Set(sold.map(({ price }) => price)).size).toBeGreaterThan(10);
});

it('charges the new price after the answer to a change, on either instance', async () => {
  await first.client.post('/v1/wallets/late/GOLD/topup', { amount: 2 ** 40 });
  for (let price = 1_000; price < 1_100; price++) {
    const [near, far] = price % 2 === 0 ? [first, second] : [second, first];
    await setPrice(near, price);
    const answers = await Promise.all(
      [near, far].map(({ client }) => client.post('/v1/wallets/late/purchases', { item: 'iron-sword' })),
    );
    expect(answers.map(({ json }) => json.amount as number)).toEqual([price, price]);
  }
});

it('charges the price at the moment the account is unlocked, however long the purchase waited', async () => {
  await first.client.post('/v1/wallets/patient/GOLD/topup', { amount: 1_000 });
  await setPrice(first, 10);
  const account = await holdAccount(first.database, { userId: 'patient', asset: 'GOLD' });
  const purchase = first.client.post('/v1/wallets/patient/purchases', { item: 'iron-sword' });
  await account.untilAwaited(1);
  await setPrice(second, 20);
  await account.release();
  expect((await purchase).json).toMatchObject({ amount: 20, balance: 980 });
});
