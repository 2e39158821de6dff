// Drives the function of the contestant `function`: so many connections to PostgreSQL, each of which calls it, waits for the
// answer, and calls it again. Like the load generator it is a program of its own.
import { randomUUID } from 'node:crypto';
import { shardOf } from '../../dist/libs/accounts/src/shard.js';
import { postgresOptions } from '../../dist/libs/database/src/index.js';
import { fingerprint } from '../../dist/libs/idempotency/src/index.js';
import { newTransactionId } from '../../dist/libs/ledger/src/transaction-id.js';
import { watchProcessorTime } from './processor-time.mjs';
import { Tally } from './tally.mjs';

const clientId = 'bench';

process.once('message', async (order) => {
  const clients = await Promise.all(
    Array.from({ length: order.connections }, () => connect(order.databaseUrl)),
  );
  const tally = new Tally(order);
  const [processorSeconds] = await Promise.all([
    watchProcessorTime(order.watch, tally),
    ...clients.map((client) => callUntilTheEnd(client, order, tally)),
  ]);
  process.send({ ...tally.result(), processorSeconds }, () => process.exit(0));
});

async function connect(url) {
  const { extra } = postgresOptions({
    url,
    poolSize: 1,
    as: 'application',
    applicationName: 'bench-function',
  });
  const client = new extra.Client({ ...extra, connectionString: url });
  client.on('error', (error) => console.error(error));
  await client.connect();
  return client;
}

async function callUntilTheEnd(client, { ask: { users }, shardCount }, tally) {
  for (let at = performance.now(); at < tally.until;) {
    const askedAt = at;
    const succeeded = await topUp(client, {
      userId: `user-${Math.floor(Math.random() * users)}`,
      shardCount,
    });
    at = performance.now();
    tally.count({ at, latencyMs: at - askedAt, succeeded });
  }
}

async function topUp(client, { userId, shardCount }) {
  const amount = 1 + Math.floor(Math.random() * 1000);
  const body = { amount };
  const values = [
    shardOf(userId, shardCount),
    userId,
    'GOLD',
    amount,
    clientId,
    randomUUID(),
    fingerprint({ method: 'POST', path: `/v1/wallets/${userId}/GOLD/topup`, body }),
    newTransactionId(),
  ];
  try {
    const { rows } = await client.query({
      name: 'top-up',
      text: 'SELECT * FROM bench_top_up($1, $2, $3, $4, $5, $6, $7, $8)',
      values,
    });
    return rows.length === 1;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}
