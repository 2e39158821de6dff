import { WalletClient } from '../../support/wallet-client.js';
import { Checker } from '../checker/checker.js';
import { administer } from '../support/postgres.js';
import type { Campaign } from '../runner/campaign.js';
import { startWallet } from '../support/wallet.js';

const copies = 10;
const callers = 24;

/** Sends every key ten times at once, spread over two instances, among ordinary load. */
export const campaign: Campaign = {
  name: 'duplicates',
  title: 'ten copies of each request, sent at once to two instances, have one effect and equal answers',
  quick: true,
  run: async ({ quick, seed, createDatabase, log }) => {
    const keys = quick ? 200 : 10_000;
    const { url: databaseUrl } = await createDatabase();
    const first = await startWallet({ databaseUrl });
    const second = await startWallet({ databaseUrl });
    const checker = new Checker({
      seed,
      users: 100,
      lives: true,
      urls: [first.url, second.url],
      databaseUrl,
    });
    checker.load.start(8);

    const clients = [new WalletClient(first.url), new WalletClient(second.url)];
    let next = 0;
    let different = 0;
    const caller = async () => {
      for (let key = next++; key < keys; key = next++) {
        const answers = await Promise.all(
          Array.from({ length: copies }, (_, copy) =>
            clients[copy % 2]!.post(`/v1/wallets/many-${key % 50}/GOLD/topup`, { amount: 1 }, `many-${key}`),
          ),
        );
        if (new Set(answers.map(({ status, text }) => `${status} ${text}`)).size > 1) different++;
        if (next % 2_000 === 0) log(`${next} of ${keys} keys`);
      }
    };
    await Promise.all(Array.from({ length: callers }, caller));
    for (const client of clients) client.close();
    await checker.load.stop();

    const effects = await administer(databaseUrl, async (client) => {
      const { rows } = await client.query<{ count: string; deadlocks: string }>(
        `SELECT (SELECT count(*) FROM transactions WHERE idempotency_key LIKE 'many-%') AS count,
                (SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()) AS deadlocks`,
      );
      return rows[0]!;
    });
    // Neither the log of the checker nor its users include the ten thousand.
    const { figures: checks, broken } = await checker.resolveAndCheck({ foreignKeys: /^many-/ });
    if (Number(effects.count) !== keys) broken.push(`${keys} keys had ${effects.count} effects`);
    if (different > 0) broken.push(`${different} keys were answered in different ways`);
    if (effects.deadlocks !== '0') broken.push(`${effects.deadlocks} deadlocks`);
    await first.stop();
    await second.stop();
    return {
      broken,
      checks,
      figures: { keys, copies, effects: effects.count, deadlocks: effects.deadlocks },
    };
  },
};
