import { ShardMap } from '@app/accounts';
import { Journal } from '@app/ledger';
import { Client } from 'pg';
import { nameShards } from '../support/name-shards.js';
import { keyOf, spend, topup } from '../support/postings.js';
import { createServiceLogin, type ServiceLogin } from '../support/service-login.js';
import { startService, type TestService } from '../support/test-service.js';

/**
 * Attacks of a compromised service, or effects of a bug. Each is tried as its role, through a login with only that role, and, unless
 * only privileges forbid it, as the owner of the tables.
 */
let service: TestService;
let login: ServiceLogin;
const clients: Record<string, Client> = {};
/** The ids of the accounts in GOLD. */
const ids = { alice: '', treasury: '' };

beforeAll(async () => {
  service = await startService();
  const journal = service.app.get(Journal);
  await journal.post(topup('alice', 100), keyOf('paid'));
  await journal.post(spend('alice', 1_000_000), keyOf('refused'));
  await service.client.post('/v1/users', { userId: 'carol' });
  await service.client.post('/v1/users/bob/freeze', { reason: 'a test' });
  login = await createServiceLogin(service.database);
  clients['login'] = login.client;
  for (const role of ['application', 'owner']) {
    const client = new Client({ connectionString: service.database.url });
    await client.connect();
    if (role === 'application') await client.query('SET ROLE wallet_app');
    clients[role] = client;
  }
  for (const owner of ['alice', 'treasury'] as const) {
    const { rows } = await clients['owner']!.query<{ id: string }>(
      `SELECT id FROM accounts WHERE owner_id = $1 AND asset_code = 'GOLD' AND shard = $2`,
      [owner, service.app.get(ShardMap).of('alice')],
    );
    ids[owner] = rows[0]!.id;
  }
});

afterAll(async () => {
  await clients['application']!.end();
  await clients['owner']!.end();
  await login.drop();
  await service.audit();
  await service.close();
});

const id = '01900000-0000-7000-8000-000000000001';
const hash = `sha256('forged')`;

type Account = keyof typeof ids;
interface Side {
  account: Account;
  amount: number;
  /** The distance from the correct next version and balance. */
  skips?: number;
  invents?: number;
  /** Another transaction. */
  of?: string;
}

const transaction = () => `
  INSERT INTO transactions (shard, id, type, user_id, actor, client_id, idempotency_key, created_at, place)
  SELECT shard, '${id}', 'topup', 'alice', 'client:x', 'x', 'x', '2100-01-01', max(place) + 1
  FROM transactions WHERE shard = wallet_shard('alice') GROUP BY shard;`;

/** Entries of one transaction that continue the accounts unless told otherwise. */
const entries = (sides: Side[]) =>
  `INSERT INTO entries (shard, leg, account_id, version, place, amount, balance_after, created_at, hash)
   SELECT a.shard, 0, a.id, a.version + 1 + side.skips, t.place, side.amount, a.balance + side.amount + side.invents,
          '2100-01-01'::timestamptz, ${hash}
   FROM (VALUES ${sides
     .map(
       ({ account, amount, skips = 0, invents = 0, of = id }) =>
         `('${ids[account]}'::uuid, ${amount}, ${skips}, ${invents}, '${of}'::uuid)`,
     )
     .join(', ')}) AS side (account_id, amount, skips, invents, transaction_id)
   JOIN accounts a ON a.shard = wallet_shard('alice') AND a.id = side.account_id
   JOIN public.transactions t ON t.shard = a.shard AND t.id = side.transaction_id;`;

const move = ({ account, amount, skips = 0, invents = 0 }: Side) => `
  UPDATE accounts SET balance = balance + ${amount} + ${invents}, version = version + 1 + ${skips},
                      head_hash = ${hash}, updated_at = '2100-01-01'
  WHERE shard = wallet_shard('alice') AND id = '${ids[account]}';`;

const posting = (credit: Partial<Side>, debit: Partial<Side> = {}) => {
  const sides: Side[] = [
    { account: 'treasury', amount: -5, ...debit },
    { account: 'alice', amount: 5, ...credit },
  ];
  return transaction() + entries(sides) + sides.map(move).join('');
};

const setAlice = (assignments: string) =>
  `UPDATE accounts SET ${assignments} WHERE shard = wallet_shard('alice') AND id = '${ids.alice}';`;

const open = (owner: string, columns: Record<string, string> = {}, head = 'NULL') => {
  const more = Object.entries(columns);
  return `
    INSERT INTO user_salts (shard, user_id, salt)
    VALUES (wallet_shard('${owner}'), '${owner}', uuid_send(gen_random_uuid())) ON CONFLICT DO NOTHING;
    INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at
                          ${more.map(([name]) => `, ${name}`).join('')})
    SELECT shard, id, 'user', '${owner}', 'TIN',
           coalesce(${head}, account_genesis_hash(shard, id, 'user', '${owner}', 'TIN')), now(), now()
           ${more.map(([, value]) => `, ${value}`).join('')}
    FROM wallet_shard('${owner}') AS shard, gen_random_uuid() AS id;`;
};

const newAsset = `INSERT INTO assets (code, name) VALUES ('TIN', 'Tin');`;

const freeze = (user: string, number: number, action: string, at = 'now()') => `
  INSERT INTO wallet_freezes (shard, user_id, number, action, reason, client_id, created_at, place)
  VALUES (wallet_shard('${user}'), '${user}', ${number}, '${action}', 'x', 'x', ${at}, 1000);`;

const freezeRows = (user: string, since: string) =>
  `UPDATE accounts SET frozen_at = ${since} WHERE owner_kind = 'user' AND owner_id = '${user}';`;

const keyed = (key: string) => `WHERE client_id = 'test' AND key = '${key}'`;

const passwordHash = `'$scrypt$ln=14,r=8,p=5$' || repeat('A', 22) || '$' || repeat('A', 43)`;
const player = (user: string) =>
  `INSERT INTO players (shard, user_id, password_hash) VALUES (wallet_shard('${user}'), '${user}', ${passwordHash});`;
const register = (user: string) => `
  INSERT INTO users (shard, id, registration, metadata, created_at, place)
  VALUES (wallet_shard('${user}'), '${user}', gen_random_uuid(), '{}', now(), 1000);`;

/** A decoy that functions find first if they name a table without its schema. */
const shadow = (table: string, rows = 'false') =>
  `CREATE TEMP TABLE ${table} ON COMMIT DROP AS SELECT * FROM ${table} WHERE ${rows};`;

const unmoved = /does not move to what its newest entry says/;
const loose = /does not go on from the one before it/;

const rules: [rule: string, sql: () => string, because: RegExp][] = [
  ['a balance without an entry', () => setAlice('balance = balance + 1'), unmoved],
  [
    'credits that come from the treasury without an entry',
    () =>
      `UPDATE accounts SET balance = balance + CASE owner_kind WHEN 'user' THEN 1 ELSE -1 END
       WHERE id IN ('${ids.alice}', '${ids.treasury}')`,
    unmoved,
  ],
  ['a version without an entry', () => setAlice('version = version + 1'), unmoved],
  ['another head of a chain', () => setAlice(`head_hash = ${hash}`), unmoved],
  ['a time without an entry', () => setAlice(`updated_at = '2100-01-01'`), unmoved],
  [
    'an account set back to an earlier entry',
    () => `
      UPDATE accounts SET balance = e.balance_after, version = e.version, head_hash = e.hash, updated_at = e.created_at
      FROM entries e WHERE e.shard = accounts.shard AND e.account_id = accounts.id AND e.version = accounts.version - 1
        AND accounts.id = '${ids.alice}'`,
    unmoved,
  ],
  [
    'an account set back to its opening',
    () =>
      setAlice(`balance = 0, version = 0, updated_at = created_at,
                head_hash = account_genesis_hash(shard, id, owner_kind, owner_id, asset_code)`),
    unmoved,
  ],
  ['a balance other than that of the entry', () => posting({}) + setAlice('balance = balance + 1'), unmoved],
  ['an entry that invents a balance', () => posting({ invents: 1_000 }), loose],
  ['an entry that loses a balance of the system', () => posting({}, { invents: -1_000 }), loose],
  ['an entry that skips a version', () => posting({ skips: 1 }), loose],
  [
    'an invented balance hidden by other entries',
    () =>
      transaction() +
      transaction().replaceAll(id, another) +
      entries([
        { account: 'treasury', amount: -5 },
        { account: 'alice', amount: 5, invents: 1_000 },
        { account: 'treasury', amount: -5, skips: 1, invents: -5, of: another },
        { account: 'alice', amount: 5, skips: 1, invents: 5, of: another },
      ]),
    loose,
  ],
  [
    'an account that opens with credits',
    () => newAsset + open('alice', { balance: '5' }),
    /does not open empty/,
  ],
  [
    'an account that opens with a version',
    () => newAsset + open('alice', { version: '5' }),
    /does not open empty/,
  ],
  ['an account that opens with a debt', () => newAsset + open('alice', { owed: '5' }), /does not open empty/],
  [
    'an account that opens with a lapse time',
    () => newAsset + open('alice', { lapses_at: 'now()' }),
    /does not open empty/,
  ],
  ['an account that opens on a chain', () => newAsset + open('alice', {}, hash), /does not open empty/],
  [
    'an account of a user without a salt',
    () => newAsset + open('dora').replace(/INSERT INTO user_salts[^;]*;/, ''),
    /does not open empty/,
  ],
  ['another salt', () => `UPDATE user_salts SET salt = sha256('x')`, /append-only|permission denied/],
  ['a removed salt', () => `DELETE FROM user_salts`, /only what the same transaction has inserted/],
  [
    'a frozen account in an open wallet',
    () => newAsset + open('alice', { frozen_at: 'now()' }),
    /not frozen as its wallet is/,
  ],
  ['a wallet thawed without a record', () => freezeRows('bob', 'NULL'), /not frozen as its wallet is/],
  ['a wallet frozen without a record', () => freezeRows('alice', 'now()'), /not frozen as its wallet is/],
  ['a freeze moved to another time', () => freezeRows('bob', 'now()'), /not frozen as its wallet is/],
  ['a frozen system account', () => freezeAccount('treasury'), /not frozen as its wallet is/],
  ['a thaw of an open wallet', () => freeze('alice', 1, 'unfreeze'), /does not follow the one before it/],
  ['a second freeze', () => freeze('bob', 2, 'freeze'), /does not follow the one before it/],
  ['a freeze that skips a number', () => freeze('bob', 3, 'unfreeze'), /does not follow the one before it/],
  [
    'a thaw before the freeze',
    () => freeze('bob', 2, 'unfreeze', `'2000-01-01'`),
    /does not follow the one before it/,
  ],
  [
    'a success turned into a refusal',
    () => `UPDATE idempotency_keys SET transaction_id = NULL, refusal = '{"code": "x"}' ${keyed('paid')}`,
    /outcome of key paid is committed/,
  ],
  [
    'a refusal turned into a success',
    () => `UPDATE idempotency_keys SET transaction_id = '${id}', refusal = NULL ${keyed('refused')}`,
    /outcome of key refused is committed/,
  ],
  [
    'a refusal in other words',
    () => `UPDATE idempotency_keys SET refusal = '{"code": "x"}' ${keyed('refused')}`,
    /outcome of key refused is committed/,
  ],
  [
    'a password for a user who was credited',
    () => register('alice') + player('alice'),
    /was here before this password/,
  ],
  ['a password for a user who was registered', () => player('carol'), /was here before this password/],
  [
    'entries checked against other transactions',
    () => transaction() + shadow('transactions') + entries([{ account: 'alice', amount: 5 }]),
    /not a balanced movement/,
  ],
  [
    'entries checked against other accounts',
    () => {
      const unbalanced = entries([{ account: 'alice', amount: 5 }]).replace(
        'JOIN accounts',
        'JOIN public.accounts',
      );
      return transaction() + shadow('accounts') + unbalanced;
    },
    /not a balanced movement/,
  ],
  [
    'a balance checked against other entries',
    () => `
      ${shadow('entries', `account_id = '${ids.alice}'`)}
      UPDATE pg_temp.entries SET balance_after = balance_after + 1;
      ${setAlice('balance = balance + 1')}`,
    unmoved,
  ],
  [
    'a thaw checked against other freezes',
    () => `${shadow('wallet_freezes')} ${freezeRows('bob', 'NULL')}`,
    /not frozen as its wallet is/,
  ],
  [
    'a password checked against other accounts',
    () => `${register('alice')} ${shadow('accounts')} ${player('alice')}`,
    /was here before this password/,
  ],
];

const another = '01900000-0000-7000-8000-000000000002';

function freezeAccount(account: Account): string {
  return `UPDATE accounts SET frozen_at = now() WHERE id = '${ids[account]}'`;
}

async function failureOf(client: Client, ...statements: string[]): Promise<string | undefined> {
  await client.query('BEGIN');
  try {
    for (const sql of statements) await client.query(nameShards(sql, service.app.get(ShardMap)));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.query('ROLLBACK');
  }
}

describe.each(['application', 'login', 'owner'])('to the %s, PostgreSQL refuses', (role) => {
  it.each(rules)('%s', async (_rule, sql, because) => {
    expect(await failureOf(clients[role]!, sql())).toMatch(because);
  });
});

describe.each(['application', 'login'])('to the %s, PostgreSQL also refuses', (role) => {
  it.each([
    ['another password for a player', `UPDATE players SET password_hash = ${passwordHash}`],
    ['to give an account to another owner', `UPDATE accounts SET owner_id = 'mallory'`],
    ['to switch to another role', `SET ROLE pg_write_all_data`],
    ['to switch triggers off', `SET session_replication_role = replica`],
    [
      'to shadow one of our functions',
      `CREATE FUNCTION hash_text(value varchar) RETURNS bytea RETURN ''::bytea`,
    ],
  ])('%s', async (_rule, sql) => {
    // A session that logged in as a superuser could switch back.
    if (role === 'application' && sql.startsWith('SET ')) return;
    expect(await failureOf(clients[role]!, sql)).toMatch(/permission denied/);
  });
});

describe.each(['application', 'login', 'owner'])('from the %s, PostgreSQL accepts', (role) => {
  it.each<[string, () => string]>([
    ['a posting', () => posting({})],
    [
      'a second posting in the same database transaction',
      () => posting({}) + posting({}).replaceAll(id, another),
    ],
    [
      'two postings in one statement',
      () =>
        transaction() +
        transaction().replaceAll(id, another) +
        entries([
          { account: 'alice', amount: 5, skips: 1, invents: 5, of: another },
          { account: 'treasury', amount: -5, skips: 1, invents: -5, of: another },
          { account: 'treasury', amount: -5 },
          { account: 'alice', amount: 5 },
        ]) +
        move({ account: 'treasury', amount: -10, skips: 1 }) +
        move({ account: 'alice', amount: 10, skips: 1 }),
    ],
    ['an account that opens', () => newAsset + open('alice')],
    [
      'an account that opens frozen like its wallet',
      () =>
        newAsset +
        open('bob', { frozen_at: `(SELECT created_at FROM wallet_freezes WHERE user_id = 'bob')` }),
    ],
    ['a thaw', () => freeze('bob', 2, 'unfreeze') + freezeRows('bob', 'NULL')],
    ['a freeze', () => freeze('alice', 1, 'freeze', `'2100-01-01'`) + freezeRows('alice', `'2100-01-01'`)],
    [
      'an outcome of a key claimed in the same transaction',
      () => `
        INSERT INTO idempotency_keys
        SELECT (jsonb_populate_record(k, '{"key": "new"}')).* FROM idempotency_keys k ${keyed('paid')};
        UPDATE idempotency_keys SET transaction_id = NULL, refusal = '{"code": "x"}' ${keyed('new')};
        UPDATE idempotency_keys SET refusal = '{"code": "y"}' ${keyed('new')}`,
    ],
    ['a password with a registration', () => newAsset + register('dora') + open('dora') + player('dora')],
  ])('%s', async (_what, sql) => {
    expect(await failureOf(clients[role]!, sql())).toBeUndefined();
  });
});

it('lets the owner repair a damaged account', async () => {
  const owner = clients['owner']!;
  for (const damage of [
    'balance = balance + 1',
    'version = version + 1',
    'version = 0, balance = 0',
    `head_hash = ${hash}`,
  ]) {
    const failure = await failureOf(
      owner,
      // One by one: Citus sends the settings to its nodes, with all that is in the same query.
      `SET LOCAL citus.propagate_set_commands = 'local'`,
      `SET LOCAL session_replication_role = replica`,
      setAlice(damage),
      `SET LOCAL session_replication_role = origin`,
      `UPDATE accounts SET balance = e.balance_after, version = e.version, head_hash = e.hash, updated_at = e.created_at
       FROM (SELECT * FROM entries WHERE shard = wallet_shard('alice') AND account_id = '${ids.alice}'
             ORDER BY version DESC LIMIT 1) AS e
       WHERE accounts.shard = wallet_shard('alice') AND accounts.id = e.account_id`,
    );
    expect([damage, failure]).toEqual([damage, undefined]);
  }
});

it('binds the names in every function: no session can shadow our tables', async () => {
  const { rows } = await clients['owner']!.query(`
    SELECT p.oid::regprocedure::text AS function FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
      AND pg_get_function_sqlbody(p.oid) IS NULL
      AND p.proconfig IS DISTINCT FROM ARRAY[format('search_path=pg_catalog, %I, pg_temp', current_schema())]`);
  expect(rows).toEqual([]);
});

it('assigns a user to the same shard whatever tables the session has', async () => {
  const client = clients['application']!;
  const shard = async () => (await client.query(`SELECT wallet_shard('alice')`)).rows;
  const before = await shard();
  await client.query('BEGIN');
  await client.query(
    `CREATE TEMP TABLE ledger_settings ON COMMIT DROP AS SELECT true AS singleton, 1 AS shard_count`,
  );
  expect(await shard()).toEqual(before);
  await client.query('ROLLBACK');
});
