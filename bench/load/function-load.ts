// Calls the SQL function of bench/implementations/function.sql over so many connections to PostgreSQL: each calls it, waits for
// the answer, and calls it again. A separate process, like the HTTP load generator.
import { randomUUID } from 'node:crypto';
import { ShardMap } from '@app/accounts';
import { postgresOptions } from '@app/database';
import { fingerprint } from '@app/idempotency';
import { newTransactionId } from '@app/ledger';
import type { Client } from 'pg';
import { answerOrder } from './answer-order.js';
import { type Processes, watchProcessorTime } from './processor-time.js';
import { Tally, type Window } from './tally.js';

export interface FunctionOrder extends Window {
  databaseUrl: string;
  shardCount: number;
  connections: number;
  ask: { what: 'topup'; users: number };
  watch: Processes;
}

const clientId = 'bench';

answerOrder<'function-load'>(async (order) => {
  const clients = await Promise.all(
    Array.from({ length: order.connections }, () => connect(order.databaseUrl)),
  );
  const tally = new Tally(order);
  const [processorSeconds] = await Promise.all([
    watchProcessorTime(order.watch, tally),
    ...clients.map((client) => callUntilTheEnd(client, order, tally)),
  ]);
  return { ...tally.result(), processorSeconds };
});

async function connect(url: string): Promise<Client> {
  const { extra } = postgresOptions({
    url,
    poolSize: 1,
    as: 'application',
    applicationName: 'bench-function',
  });
  const client = new extra.Client({ ...extra, connectionString: url });
  client.on('error', (error) => {
    console.error(error);
  });
  await client.connect();
  return client;
}

async function callUntilTheEnd(
  client: Client,
  { ask: { users }, shardCount }: FunctionOrder,
  tally: Tally,
): Promise<void> {
  const shards = new ShardMap(shardCount);
  for (let at = performance.now(); at < tally.until;) {
    const askedAt = at;
    const succeeded = await topUp(client, shards, `user-${Math.floor(Math.random() * users)}`);
    at = performance.now();
    tally.count({ at, latencyMs: at - askedAt, succeeded });
  }
}

async function topUp(client: Client, shards: ShardMap, userId: string): Promise<boolean> {
  const amount = 1 + Math.floor(Math.random() * 1000);
  const body = { amount };
  const values = [
    shards.of(userId),
    userId,
    'GOLD',
    amount,
    clientId,
    randomUUID(),
    fingerprint({ method: 'POST', path: `/v1/wallets/${userId}/GOLD/topup`, body }),
    newTransactionId(),
  ];
  try {
    const { rows } = await client.query<object>({
      name: 'top-up',
      text: 'SELECT * FROM bench_top_up($1, $2, $3, $4, $5, $6, $7, $8)',
      values,
    });
    return rows.length === 1;
  } catch (error) {
    console.error((error as Error).message);
    return false;
  }
}
