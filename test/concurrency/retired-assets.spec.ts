import { setTimeout as sleep } from 'node:timers/promises';
import { administer } from '../support/administer.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';
import type { Answer } from '../support/wallet-client.js';

/** An asset that is retired and restored while two instances credit it. */
let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterEach(() => instances.first.audit());
afterAll(async () => {
  await instances.stop();
  await instances.drop();
});

const userOf = (caller: number) => `player-${caller}`;

/** Every way in which SILVER reaches a user. */
const credits: readonly ((userId: string) => { path: string; body: object })[] = [
  (userId) => ({ path: `${userId}/SILVER/topup`, body: { amount: 1 } }),
  (userId) => ({ path: `${userId}/SILVER/bonus`, body: { amount: 1 } }),
  (userId) => ({ path: `${userId}/tasks/watch-ad/complete`, body: {} }),
  (userId) => ({ path: `${userId}/convert`, body: { from: 'LOYALTY', to: 'SILVER', amount: 1 } }),
];

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

async function setRetired(index: number, retired: boolean): Promise<void> {
  const { client } = instances.inTurn(index);
  const { status, json } = await client.patch('/v1/assets/SILVER', { retired });
  expect({ status, json: json as unknown }).toMatchObject({ status: 200, json: { retired } });
}

async function credit(index: number, caller: number): Promise<Answer> {
  const { path, body } = credits[index % credits.length]!(userOf(caller));
  return instances.inTurn(Math.floor(index / credits.length)).client.post(`/v1/wallets/${path}`, body);
}

const isRefused = ({ status, json }: Answer): boolean => {
  if (status === 201) return false;
  expect({ status, json: json as unknown }).toMatchObject({ status: 422, json: { code: 'asset-retired' } });
  return true;
};

beforeAll(async () => {
  const rate = { fromAmount: 1, toAmount: 1 };
  await administer(instances.first.client, 'PUT /v1/conversion-rates/LOYALTY/SILVER', rate);
  for (let caller = 0; caller < 8; caller++) {
    for (const asset of ['SILVER', 'LOYALTY']) {
      const path = `/v1/wallets/${userOf(caller)}/${asset}/topup`;
      await instances.first.client.post(path, { amount: 100_000 });
    }
  }
});

it('rejects every credit sent after the answer to a retirement, and keeps accepting spends', async () => {
  const operations = 600;
  const callers = 8;
  /** Odd changes retire the asset, even ones restore it. */
  const changes: Window[] = [];
  const sent: (Window & { refused: boolean })[] = [];
  let open = operations;

  const call = async (caller: number) => {
    for (let index = open--; index > 0; index = open--) {
      const { result, ...window } = await during(() => credit(index, caller));
      sent.push({ ...window, refused: isRefused(result) });
      const spend = `/v1/wallets/${userOf(caller)}/SILVER/spend`;
      expect((await instances.inTurn(index).client.post(spend, { amount: 1 })).status).toBe(201);
    }
  };
  const change = async () => {
    // An even number of changes leaves the asset in use.
    while (open > 0 || changes.length % 2 === 1) {
      const number = changes.length;
      changes.push(await during(() => setRetired(number, number % 2 === 0)));
      for (const until = open - 30; open > Math.max(until, 0);) await sleep(1);
    }
  };
  await Promise.all([change(), ...Array.from({ length: callers }, (_, caller) => call(caller))]);

  /** Whether the asset may have been in this state within the window, given the changes sent and answered. */
  const mayBeRetired = ({ sent, answered }: Window, retired: boolean) =>
    [undefined, ...changes].some((begin, index) => {
      const isRetired = index % 2 === 1;
      const end = changes[index];
      const overlaps = (begin?.sent ?? 0) < answered && (end?.answered ?? Number.MAX_VALUE) > sent;
      return isRetired === retired && overlaps;
    });
  for (const { refused, ...window } of sent) expect(mayBeRetired(window, refused)).toBe(true);

  // Otherwise the loop above would have checked nothing.
  expect(sent).toHaveLength(operations);
  expect(new Set(sent.map(({ refused }) => refused)).size).toBe(2);
  expect(sent.filter((window) => !mayBeRetired(window, false)).length).toBeGreaterThan(10);
});

it('applies the latest answered change on both instances', async () => {
  for (let round = 0; round < 30; round++) {
    const retired = round % 2 === 0;
    await setRetired(Math.floor(round / 2), retired);
    const answers = await Promise.all(
      Array.from({ length: credits.length * 2 }, (_, index) => credit(index, index)),
    );
    expect(answers.map(isRefused)).toEqual(answers.map(() => retired));
  }
});

it('adds exactly the accepted credits to the supply', async () => {
  const supplyOf = async () => {
    const { rows } = await instances.owner.query<{ supply: string }>(
      `SELECT sum(balance) AS supply FROM accounts WHERE owner_kind = 'user' AND asset_code = 'SILVER'`,
    );
    return Number(rows[0]?.supply);
  };
  const before = await supplyOf();
  const crediting = Promise.all(Array.from({ length: 64 }, (_, index) => credit(4 * index, index % 8)));
  await setRetired(0, true);
  const answers = await crediting;
  const settled = await supplyOf();
  expect(settled - before).toBe(answers.filter((answer) => !isRefused(answer)).length);
  const late = await Promise.all(Array.from({ length: 64 }, (_, index) => credit(index, index % 8)));
  expect(late.map(isRefused)).toEqual(late.map(() => true));
  expect(await supplyOf()).toBe(settled);
});
