import { DataSource } from 'typeorm';
import { administer } from '../support/administer.js';
import { distributedTablesOf, type Engine, faultsOf } from '../support/distributed-sql.js';
import { recordSentPackets, type SentPackets } from '../support/sent-packets.js';
import { startService, type TestService } from '../support/test-service.js';

/** An engine that distributes the tables by `shard` can route every statement of the write path to its rows. */
let sent: SentPackets;
let service: TestService;
let engine: Engine;
let statements: string[];
beforeAll(async () => {
  sent = recordSentPackets();
  service = await startService({ journal: { lanes: 1 } });
  await administer(service.client, 'POST /v1/assets', { code: 'RARE', name: 'Rare', maxAmount: 10 });
  engine = await readEngine();
  sent.clear();
  await runEveryWrite();
  statements = [...new Set(sent.statements().flat())];
});
afterAll(async () => {
  await service.audit();
  await service.close();
  sent.stop();
});

it('names the shards, calls no volatile function and correlates no subquery with a function', () => {
  const faults = statements.map((sql) => ({ sql, faults: faultsOf(sql, engine) }));
  expect(faults.filter(({ faults }) => faults.length > 0)).toEqual([]);
});

it('finds every guard in the shards, where Citus creates no trigger that fires on TRUNCATE', async () => {
  const mixed = await service.app.get(DataSource).query(
    `SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
       WHERE relnamespace = current_schema()::regnamespace AND NOT tgisinternal
         AND tgtype & 32 <> 0 AND tgtype & (4 | 8 | 16) <> 0`,
  );
  expect(mixed).toEqual([]);
});

it('reads the clock in a statement without a table', () => {
  expect(statements.filter((sql) => sql.includes('ledger_now'))).toEqual(['SELECT ledger_now() AS now']);
});

it('was observed in every kind of access to a distributed table', () => {
  const kinds = statements.flatMap((sql) => {
    const [verb = ''] = /^\w+/.exec(sql.trim()) ?? [];
    return distributedTablesOf(sql, engine).map((table) => `${verb} ${table}`);
  });
  expect([...new Set(kinds)].sort()).toEqual([
    'DELETE accounts',
    'DELETE idempotency_keys',
    'DELETE user_salts',
    'INSERT accounts',
    'INSERT debt_events',
    'INSERT entries',
    'INSERT idempotency_keys',
    'INSERT payments',
    'INSERT players',
    'INSERT reversals',
    'INSERT shards',
    'INSERT task_completions',
    'INSERT transaction_operations',
    'INSERT transactions',
    'INSERT user_salts',
    'INSERT users',
    'INSERT wallet_freezes',
    'SELECT accounts',
    'SELECT debt_events',
    'SELECT entries',
    'SELECT idempotency_keys',
    'SELECT payments',
    'SELECT players',
    'SELECT reversals',
    'SELECT shard_heads',
    'SELECT task_completions',
    'SELECT transaction_operations',
    'SELECT transactions',
    'SELECT user_salts',
    'SELECT users',
    'SELECT wallet_freezes',
    'UPDATE accounts',
    'UPDATE idempotency_keys',
    'UPDATE shard_heads',
  ]);
});

describe('detects a statement that', () => {
  const wanted = 'FROM unnest($1::smallint[], $2::text[]) AS wanted (shard, id)';
  it.each([
    [
      'takes the shards only from a function',
      `SELECT id FROM accounts WHERE (shard, id) IN (SELECT * FROM unnest($1::smallint[], $2::uuid[]))`,
      ['accounts does not name its shards'],
    ],
    [
      'names the shards of only one table',
      `SELECT a.id FROM accounts a JOIN entries e ON e.account_id = a.id WHERE a.shard = $1`,
      ['entries does not name its shards'],
    ],
    [
      'correlates an EXISTS with a function',
      `SELECT wanted.id ${wanted}
       WHERE EXISTS (SELECT FROM users WHERE shard = $3 AND users.id = wanted.id)`,
      [expect.stringContaining('has a correlated subquery')],
    ],
    [
      'does so in the list of columns, inside a LATERAL subquery',
      `SELECT 1 ${wanted} CROSS JOIN LATERAL (
         SELECT ARRAY (SELECT period FROM task_completions WHERE shard = $3 AND user_id = wanted.id) AS periods
       ) AS found`,
      [expect.stringContaining('has a correlated subquery')],
    ],
    [
      'inserts what only a function has',
      `INSERT INTO accounts (shard, id) SELECT shard, id ${wanted}`,
      ['inserts into accounts from a SELECT without a distributed table'],
    ],
    [
      'generates an id',
      `INSERT INTO accounts (shard, id) SELECT shards.shard, gen_random_uuid() ${wanted}
       JOIN shards ON shards.shard = wanted.shard AND shards.shard = ANY ($3)`,
      ['calls gen_random_uuid, which is volatile'],
    ],
  ])('%s', (_what, sql, faults) => {
    expect(faultsOf(sql, engine)).toEqual(faults);
  });
});

async function readEngine(): Promise<Engine> {
  const names = async (sql: string) => {
    const rows = await service.app.get(DataSource).query<{ name: string }[]>(sql);
    return new Set(rows.map(({ name }) => name));
  };
  return {
    distributed: await names(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'shard'`,
    ),
    volatile: await names(`SELECT proname AS name FROM pg_proc WHERE provolatile = 'v'`),
  };
}

/** Every kind of posting: first contact, replay, stored and unstored refusals; also freezes and users. */
async function runEveryWrite(): Promise<void> {
  const { client } = service;
  const answers: [status: number, string][] = [];
  const write = async (status: number, path: string, body: object, key?: string) => {
    const answer = await client.post(path, body, key);
    answers.push([status, `${answer.status} ${path}`]);
  };
  await write(201, '/v1/users', { userId: 'registered' });
  await write(201, '/v1/auth/signup', { userId: 'signed-up', password: 'a long password' });

  const wallet = '/v1/wallets/newcomer';
  await write(201, `${wallet}/GOLD/topup`, { amount: 1_000 }, 'first');
  await write(201, `${wallet}/GOLD/topup`, { amount: 1_000 }, 'first');
  await write(422, `${wallet}/GOLD/topup`, { amount: 2 }, 'first');
  const payment = { provider: 'steam', id: 'one', environment: 'live' };
  await write(201, `${wallet}/GOLD/topup`, { amount: 5, payment }, 'paid');
  await write(201, `${wallet}/GOLD/topup`, { amount: 5, payment }, 'paid');
  await write(422, `${wallet}/GOLD/topup`, { amount: 5, payment });
  await write(201, `${wallet}/SILVER/bonus`, { amount: 100 });
  await write(201, `${wallet}/GOLD/spend`, { amount: 1 });
  await write(201, `${wallet}/purchases`, { item: 'iron-sword' });
  await write(201, `${wallet}/convert`, { from: 'SILVER', to: 'GOLD', amount: 50 });
  await write(201, `${wallet}/tasks/daily-login/complete`, {});
  const operations = [
    { type: 'topup', asset: 'GOLD', amount: 5 },
    { type: 'bonus', asset: 'SILVER', amount: 5 },
  ];
  await write(201, `${wallet}/operations`, { operations }, 'pack');
  await write(201, `${wallet}/operations`, { operations }, 'pack');

  const { json: topUp } = await client.post(`/v1/wallets/debtor/GOLD/topup`, { amount: 50 });
  await write(201, '/v1/wallets/debtor/GOLD/spend', { amount: 50 });
  const refund = { transactionId: topUp.id as string, cause: 'refund' };
  const { json: reversal } = await client.post('/v1/wallets/debtor/reversals', refund);
  await write(201, '/v1/wallets/debtor/GOLD/bonus', { amount: 10 });
  await write(201, '/v1/wallets/debtor/GOLD/owed/forgive', { amount: 10, reason: 'a test' });
  const reinstatement = `/v1/wallets/debtor/reversals/${reversal.id}/reinstate`;
  await write(201, reinstatement, {}, 'reinstated');
  await write(201, reinstatement, {}, 'reinstated');
  expect((await client.get('/v1/wallets?owing=GOLD')).status).toBe(200);
  expect((await client.get(`/v1/transactions/${topUp.id}`)).json.reversal).toMatchObject({ reversed: 0 });

  await write(422, `${wallet}/GOLD/spend`, { amount: 1_000_000 });
  await write(422, `${wallet}/tasks/daily-login/complete`, {});
  await write(422, '/v1/wallets/refused/RARE/topup', { amount: 11 });

  await write(200, '/v1/users/newcomer/freeze', { reason: 'a test' });
  await write(422, `${wallet}/GOLD/spend`, { amount: 1 });
  await write(200, '/v1/users/newcomer/unfreeze', { reason: 'a test' });
  const together = Array.from({ length: 20 }, (_, index) =>
    write(201, `/v1/wallets/u-${index}/GOLD/topup`, { amount: 1 }),
  );
  await Promise.all(together);
  expect(answers.map(([, answer]) => answer.slice(0, 3))).toEqual(answers.map(([status]) => String(status)));
}
