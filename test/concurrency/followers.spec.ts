import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';

/** A follower of all transactions while 48 callers write to two instances. */
let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterAll(async () => {
  await instances.first.audit();
  await instances.stop();
  await instances.drop();
});

interface Transaction {
  id: string;
  userId: string;
  asset: string;
  createdAt: string;
  entries: { kind: string; asset: string; version?: number }[];
}

interface FollowedPage {
  data: Transaction[];
  hasMore: boolean;
  cursor: string;
}

async function pageAfter(cursor: string, limit: number): Promise<FollowedPage> {
  const { status, json } = await instances.second.client.get(
    `/v1/transactions?after=${cursor}&limit=${limit}`,
  );
  expect(status).toBe(200);
  return json as FollowedPage;
}

/** Follows until `isOver`, then to the end. */
async function follow(isOver: () => boolean, limit: number): Promise<Transaction[]> {
  const seen: Transaction[] = [];
  let cursor = 'start';
  for (let wasOver = false; ;) {
    const page = await pageAfter(cursor, limit);
    seen.push(...page.data);
    cursor = page.cursor;
    if (page.hasMore) continue;
    if (wasOver) return seen;
    wasOver = isOver();
  }
}

/** The versions of each account, in the order of `transactions`. */
function versionsOf(transactions: readonly Transaction[]): Map<string, number[]> {
  const versions = new Map<string, number[]>();
  for (const { userId, entries } of transactions) {
    for (const { kind, asset, version } of entries) {
      if (kind !== 'user' || version === undefined) continue;
      const name = `${userId}/${asset}`;
      versions.set(name, [...(versions.get(name) ?? []), version]);
    }
  }
  return versions;
}

const users = Array.from({ length: 12 }, (_, index) => `user-${index}`);

it('sees every transaction once, and those of a user in the order of their versions', async () => {
  let written = 0;
  let isOver = false;
  const callers = Array.from({ length: 48 }, async (_, caller) => {
    for (let round = 0; round < 40; round++) {
      const user = users[(caller + round) % users.length];
      const flow = round % 3 === 2 ? 'spend' : 'topup';
      const { client } = instances.inTurn(caller + round);
      const { status } = await client.post(`/v1/wallets/${user}/GOLD/${flow}`, { amount: 1 });
      if (status === 201) written += 1;
    }
  });
  const followers = [7, 100].map((limit) => follow(() => isOver, limit));
  await Promise.all(callers);
  isOver = true;

  for (const seen of await Promise.all(followers)) {
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    // The seed granted seven balances.
    expect(seen).toHaveLength(written + 7);
    for (const versions of versionsOf(seen).values())
      expect(versions).toEqual(versions.map((_, index) => index + 1));
  }
});

it('lists newest first, and those of a user in the order of their versions', async () => {
  for (const user of users) {
    const { json } = await instances.first.client.get(`/v1/transactions?userId=${user}&limit=100`);
    const { data } = json as FollowedPage;
    const [versions] = versionsOf(data).values();
    expect(versions).toEqual([...(versions ?? [])].sort((a, b) => b - a));
  }
  const { json } = await instances.first.client.get('/v1/transactions?limit=100');
  const times = (json as FollowedPage).data.map(({ createdAt }) => createdAt);
  expect(times).toEqual([...times].sort().reverse());
});
