import { createHash, randomUUID } from 'node:crypto';
import { ShardMap } from '@app/accounts';
import { documentedProxy } from '../support/documented-proxy.js';
import { describeBehindNginx, runNginx } from '../support/nginx.js';
import { freePort } from '../support/service-process.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';
import { WalletClient } from '../support/wallet-client.js';

/** The routing rule of docs/deployment.md, in a real nginx in front of two instances. */
describeBehindNginx('two instances behind nginx', () => {
  let instances: TwoInstances;
  let client: WalletClient;
  let stopNginx: () => Promise<void>;
  beforeAll(async () => {
    instances = await startTwoInstances();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    stopNginx = await runNginx(
      // `$upstream_addr` tells which instance answered.
      `add_header Served-By $upstream_addr always; ${documentedProxy('nginx', { instances: [instances.first.url, instances.second.url], port })}`,
      [url],
    );
    client = new WalletClient(url);
  });
  afterAll(async () => {
    client.close();
    await stopNginx();
    await instances.stop();
    await instances.drop();
  });

  const served = ({ headers }: { headers: Record<string, unknown> }) =>
    `http://${String(headers['served-by'])}`;
  const post = (path: string, shard: number | string, body: unknown, key: string = randomUUID()) =>
    client.send({
      method: 'POST',
      path,
      headers: { 'wallet-shard': String(shard), 'idempotency-key': key, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('sends even shards to the first and odd ones to the second, wherever the user id is', async () => {
    const { first, second } = instances;
    for (let number = 0; number < 20; number++) {
      const userId = `routed-${number}`;
      const shard = documentedShardOf(userId);
      expect(shard).toBe(first.app.get(ShardMap).of(userId));
      const owner = shard % 2 === 0 ? first.url : second.url;
      const registered = await post('/v1/users', shard, { userId });
      expect([registered.status, served(registered)]).toEqual([201, owner]);
      const toppedUp = await post(`/v1/wallets/${userId}/GOLD/topup`, shard, { amount: 5 });
      expect([toppedUp.status, served(toppedUp)]).toEqual([201, owner]);
    }
    await first.audit();
  });

  it('sends a user to one instance if the caller names no shard, and the users to both', async () => {
    const users = Array.from({ length: 40 }, (_, number) => `unnamed-${number}`);
    const owners = await Promise.all(
      users.map(async (user) => {
        const answers = [
          await client.post(`/v1/wallets/${user}/GOLD/topup`, { amount: 5 }),
          await client.get(`/v1/wallets/${user}/GOLD`),
          await client.post(`/v1/wallets/${user}/GOLD/spend`, { amount: 1 }),
        ];
        const by = new Set(answers.map(served));
        expect(by.size).toBe(1);
        return [...by][0];
      }),
    );
    expect(new Set(owners)).toEqual(new Set([instances.first.url, instances.second.url]));
  });

  it('keeps every promise when callers name wrong shards', async () => {
    const { first, owner } = instances;
    const wrong = [0, 1, 'x', '-1', '99999999999999999999', ''];
    const apart = { keys: 0 };
    // Each key twice at the same time, with two shards that usually lead to different instances.
    const caller = async (caller: number) => {
      for (let number = caller; number < 400; number += 20) {
        const path = `/v1/wallets/misrouted-${number % 10}/GOLD/topup`;
        const named = [wrong[number % wrong.length]!, wrong[(number + 1) % wrong.length]!];
        const [one, again] = await Promise.all(
          named.map((shard) => post(path, shard, { amount: 3 }, `misrouted-${number}`)),
        );
        expect([one!.status, again!.status]).toEqual([201, 201]);
        expect(again!.json.id).toBe(one!.json.id);
        if (served(one!) !== served(again!)) apart.keys++;
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, index) => caller(index)));
    expect(apart.keys).toBeGreaterThan(100);
    for (let number = 0; number < 10; number++) {
      const { json } = await client.get(`/v1/wallets/misrouted-${number}/GOLD`);
      expect(json).toMatchObject({ balance: 40 * 3 });
    }
    const { rows } = await owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM transactions WHERE idempotency_key LIKE 'misrouted-%'`,
    );
    expect(rows).toEqual([{ count: 400 }]);
    await first.audit();
  });
});

/** The function of the page. */
function documentedShardOf(userId: string): number {
  return createHash('sha256').update(userId).digest().readUInt32BE(0) % 16;
}
