import { countDeadlocks } from '../support/deadlocks.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';
import type { Answer } from '../support/wallet-client.js';

/** Two instances with different lanes, crediting users who owe. */
let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterEach(() => instances.first.audit());
afterAll(async () => {
  await instances.stop();
  expect(await countDeadlocks(instances.owner)).toBe(0);
  await instances.drop();
});

const post = (turn: number, path: string, body: object): Promise<Answer> =>
  instances.inTurn(turn).client.post(`/v1/wallets/${path}`, body);

/** Lets a user owe this much; the id of the reversal. */
async function owe(userId: string, amount: number): Promise<string> {
  const { json: topUp } = await post(0, `${userId}/GOLD/topup`, { amount });
  await post(1, `${userId}/GOLD/spend`, { amount });
  const { json } = await post(0, `${userId}/reversals`, {
    transactionId: topUp.id as string,
    cause: 'fraud',
  });
  expect(json).toMatchObject({ owed: amount });
  return json.id as string;
}

async function fundsOf(userId: string) {
  const { json } = await instances.first.client.get(`/v1/wallets/${userId}/GOLD`);
  const { balance, available, owed = 0 } = json as { balance: number; available: number; owed?: number };
  return { balance, available, owed };
}

/** What the user's repayments took, by debt. */
async function repaidOf(userId: string): Promise<Record<string, number>> {
  const { rows } = await instances.owner.query<{ reversal: string; amount: string }>(
    `SELECT d.reversal_id AS reversal, sum(d.amount) AS amount FROM debt_events d
     WHERE d.user_id = $1 AND d.kind = 'repay' GROUP BY 1`,
    [userId],
  );
  return Object.fromEntries(rows.map(({ reversal, amount }) => [reversal, Number(amount)]));
}

it('spends nothing of 100 concurrent bonuses until the debt is repaid, once', async () => {
  const reversal = await owe('hundred', 150);
  const answers = await Promise.all(
    Array.from({ length: 150 }, (_, index) =>
      index % 3 === 2
        ? post(index, 'hundred/GOLD/spend', { amount: 1 })
        : post(index, 'hundred/GOLD/bonus', { amount: 2 }),
    ),
  );
  const bonuses = answers.filter((_, index) => index % 3 !== 2);
  expect(bonuses.every(({ status }) => status === 201)).toBe(true);
  const spent = answers.filter((answer, index) => index % 3 === 2 && answer.status === 201).length;
  expect(await repaidOf('hundred')).toEqual({ [reversal]: 150 });
  expect(await fundsOf('hundred')).toEqual({ balance: 50 - spent, available: 50 - spent, owed: 0 });
});

it('never repays what is forgiven, nor forgives what is repaid', async () => {
  for (let round = 0; round < 10; round++) {
    const userId = `mercy-${round}`;
    await owe(userId, 30);
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, (_, index) => post(index, `${userId}/GOLD/bonus`, { amount: 5 })),
      ...Array.from({ length: 4 }, (_, index) =>
        post(index + 1, `${userId}/GOLD/owed/forgive`, { amount: 8, reason: 'test' }),
      ),
    ]);
    const forgiven = answers.slice(4).filter(({ status }) => status === 201).length * 8;
    const repaid = Object.values(await repaidOf(userId)).reduce((total, amount) => total + amount, 0);
    const { balance, owed } = await fundsOf(userId);
    expect(forgiven + repaid + owed).toBe(30);
    expect(balance).toBe(20 - repaid);
    expect(balance === 0 || owed === 0).toBe(true);
  }
});

it('settles a debt once if credits, forgiveness and a reinstatement meet', async () => {
  for (let round = 0; round < 10; round++) {
    const userId = `meet-${round}`;
    const reversal = await owe(userId, 30);
    const answers = await Promise.all([
      post(round, `${userId}/reversals/${reversal}/reinstate`, {}),
      post(round + 1, `${userId}/GOLD/bonus`, { amount: 12 }),
      post(round, `${userId}/GOLD/topup`, { amount: 5 }),
      post(round + 1, `${userId}/GOLD/owed/forgive`, { amount: 10, reason: 'test' }),
    ]);
    const [reinstated] = answers;
    expect(reinstated?.json).toMatchObject({ asked: 30 });
    // The reinstatement gives back whatever was repaid before it.
    expect(await fundsOf(userId)).toEqual({ balance: 17, available: 17, owed: 0 });
  }
});
