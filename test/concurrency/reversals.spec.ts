import { countDeadlocks } from '../support/deadlocks.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';
import type { Answer } from '../support/wallet-client.js';

/** Two instances with different lanes, reversing the same transactions at once. */
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

const post = (turn: number, path: string, body: object, key?: string): Promise<Answer> =>
  instances.inTurn(turn).client.post(`/v1/wallets/${path}`, body, key);

async function move(userId: string, type: 'topup' | 'bonus' | 'spend', amount: number): Promise<string> {
  const { status, json } = await post(0, `${userId}/GOLD/${type}`, { amount });
  expect(status).toBe(201);
  return json.id as string;
}

const reverse = (turn: number, userId: string, body: object, key?: string): Promise<Answer> =>
  post(turn, `${userId}/reversals`, { cause: 'refund', ...body }, key);

async function stateOf(id: string) {
  const { json } = await instances.second.client.get(`/v1/transactions/${id}`);
  return json.reversal as { reversed: number; remaining: number; items: { asked: number }[] };
}

async function fundsOf(userId: string) {
  const { json } = await instances.first.client.get(`/v1/wallets/${userId}/GOLD`);
  return { balance: json.balance as number, owed: (json.owed as number | undefined) ?? 0 };
}

const codeOf = ({ status, json }: Answer): unknown => (status === 201 ? 201 : json.code);
const sum = (answers: readonly Answer[], member: string): number =>
  answers.reduce((total, { json }) => total + ((json[member] as number | undefined) ?? 0), 0);

it('ends 50 partial refunds under 50 keys exactly at the original', async () => {
  const id = await move('fifty', 'topup', 1000);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => reverse(index, 'fifty', { transactionId: id, amount: 30 })),
  );
  const accepted = answers.filter(({ status }) => status === 201);
  expect(accepted).toHaveLength(33);
  expect(new Set(answers.map(codeOf))).toEqual(new Set([201, 'reversal-exceeds-original']));
  expect(new Set(accepted.map(({ json }) => (json.reverses as { number: number }).number)).size).toBe(33);
  expect(await reverse(0, 'fifty', { transactionId: id })).toMatchObject({ json: { amount: 10 } });
  expect(await stateOf(id)).toMatchObject({ reversed: 1000, remaining: 0 });
  expect(await fundsOf('fifty')).toEqual({ balance: 0, owed: 0 });
});

it('lets a refund and a dispute with the same total take it once, each sent twice', async () => {
  for (const round of [1, 2, 3, 4]) {
    const userId = `both-${round}`;
    const id = await move(userId, 'topup', 100);
    const causes = round % 2 === 0 ? ['refund', 'chargeback'] : ['chargeback', 'refund'];
    const requests = [...causes, ...causes].map((cause, index) =>
      reverse(index, userId, { transactionId: id, upTo: 60, cause }, `${userId}-${cause}`),
    );
    const answers = await Promise.all(requests);
    expect(answers.map(codeOf)).toEqual([201, 201, 201, 201]);
    expect(answers[0]?.text).toBe(answers[2]?.text);
    expect(answers[1]?.text).toBe(answers[3]?.text);
    expect(sum(answers.slice(0, 2), 'asked')).toBe(60);
    expect(await stateOf(id)).toMatchObject({ reversed: 60, remaining: 40 });
    expect(await fundsOf(userId)).toEqual({ balance: 40, owed: 0 });
  }
});

it('takes the last credits by a refund or a spend, and never by both', async () => {
  for (const onShortfall of ['refuse', 'owe', 'take-what-is-left']) {
    for (let round = 0; round < 6; round++) {
      const userId = `last-${onShortfall}-${round}`;
      const id = await move(userId, 'topup', 10);
      const spend = () => post(round, `${userId}/GOLD/spend`, { amount: 10 });
      const refund = () => reverse(round + 1, userId, { transactionId: id, onShortfall });
      const pair = round % 2 === 0 ? [spend(), refund()] : [refund(), spend()].toReversed();
      const [spent, refunded] = (await Promise.all(pair)) as [Answer, Answer];
      const { balance, owed } = await fundsOf(userId);
      expect(balance).toBe(0);
      if (refunded.status !== 201) {
        expect([codeOf(spent), codeOf(refunded), onShortfall]).toEqual([201, 'insufficient-funds', 'refuse']);
      } else if (spent.status === 201) {
        expect(refunded.json).toMatchObject({ amount: 0, asked: 10 });
        expect(owed).toBe(onShortfall === 'owe' ? 10 : 0);
      } else {
        expect(refunded.json).toMatchObject({ amount: 10, owed: 0, writtenOff: 0 });
      }
    }
  }
});

it('reverses again what was reinstated, in any order of dispute, reinstatement and refund', async () => {
  const id = await move('dispute', 'topup', 100);
  const dispute = await reverse(0, 'dispute', { transactionId: id, cause: 'chargeback' }, 'dispute');
  const reversalId = dispute.json.id as string;
  const path = `dispute/reversals/${reversalId}/reinstate`;
  const answers = await Promise.all([
    ...Array.from({ length: 4 }, (_, index) => post(index, path, { amount: 40 })),
    ...Array.from({ length: 4 }, (_, index) => reverse(index, 'dispute', { transactionId: id, upTo: 100 })),
  ]);
  const reinstated = answers.slice(0, 4).filter(({ status }) => status === 201);
  expect(reinstated).toHaveLength(2);
  expect((await post(1, path, {})).json).toMatchObject({ asked: 20 });
  const refund = await reverse(1, 'dispute', { transactionId: id });
  expect(refund.status).toBe(201);
  const { reversed } = await stateOf(id);
  expect(reversed).toBe(100);
  expect(await fundsOf('dispute')).toEqual({ balance: 0, owed: 0 });
});

it('replays every success byte by byte after everything that came later', async () => {
  const id = await move('replay', 'topup', 100);
  await move('replay', 'spend', 70);
  const first: (readonly [string, string, object, Answer])[] = [];
  const keep = async (key: string, path: string, body: object) => {
    const answer = await post(first.length, path, body, key);
    expect(answer.status).toBe(201);
    first.push([key, path, body, answer]);
    return answer.json.id as string;
  };
  const dispute = await keep('r-1', 'replay/reversals', {
    transactionId: id,
    cause: 'chargeback',
    amount: 90,
  });
  await keep('r-2', 'replay/GOLD/bonus', { amount: 20 });
  await keep('r-3', 'replay/GOLD/owed/forgive', { amount: 10, reason: 'test' });
  await keep('r-4', `replay/reversals/${dispute}/reinstate`, { amount: 50 });
  await keep('r-5', 'replay/reversals', { transactionId: id, cause: 'refund', upTo: 10 });
  await keep('r-6', 'replay/reversals', { transactionId: id, cause: 'refund', onShortfall: 'owe' });
  await keep('r-7', 'replay/GOLD/topup', { amount: 500 });
  await keep('r-8', `replay/reversals/${dispute}/reinstate`, {});
  for (const turn of [0, 1]) {
    for (const [index, [key, path, body, answer]] of first.entries()) {
      const replay = await post(index + turn, path, body, key);
      expect(replay.headers['idempotency-replayed']).toBe('true');
      expect(replay.text).toBe(answer.text);
    }
  }
});
