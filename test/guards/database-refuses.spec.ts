import { ShardMap } from '@app/accounts';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { nameShards } from '../support/name-shards.js';
import { createServiceLogin, type ServiceLogin } from '../support/service-login.js';
import { startService, type TestService } from '../support/test-service.js';

/**
 * Bypasses the application, as a bug or a hurried operator would; PostgreSQL refuses. Each rule is tried as the role of the service,
 * through a login with only that role, and as the owner of the tables (here even a superuser).
 */
let service: TestService;
let login: ServiceLogin;
const clients: Record<string, Client> = {};

beforeAll(async () => {
  service = await startService();
  await service.client.post('/v1/users/alice/freeze', { reason: 'a test' });
  await service.client.post('/v1/users', { userId: 'carol' });
  const payment = { provider: 'steam', id: 'paid', environment: 'live' };
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5, payment });
  const hold = await service.client.post('/v1/wallets/bob/GOLD/holds', { amount: 5 });
  await service.client.post(`/v1/wallets/bob/GOLD/holds/${hold.json.id}/capture`, {});
  await service.client.post('/v1/wallets/bob/GOLD/holds', { amount: 5 });
  const topUp = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5000 });
  const reversal = { transactionId: topUp.json.id as string, cause: 'fraud', onShortfall: 'owe' };
  const { status } = await service.client.post('/v1/wallets/alice/reversals', { ...reversal, amount: 10 });
  expect(status).toBe(201);
  login = await createServiceLogin(service.database);
  clients['login'] = login.client;
  for (const role of ['application', 'owner']) {
    const client = new Client({ connectionString: service.database.url });
    await client.connect();
    if (role === 'application') await client.query('SET ROLE wallet_app');
    clients[role] = client;
  }
});

afterAll(async () => {
  await clients['application']!.end();
  await clients['owner']!.end();
  await login.drop();
  await service.audit();
  await service.close();
});

const onShards = (sql: string) => nameShards(sql, service.app.get(ShardMap));

const bytes32 = `decode(repeat('ab', 32), 'hex')`;
const ofOwner = (owner: string) =>
  `shard = wallet_shard('alice') AND owner_id = '${owner}' AND asset_code = 'GOLD'`;
const transaction = (id: string, user = 'alice', actor = 'client:x') => `
  INSERT INTO transactions (shard, id, type, user_id, actor, client_id, idempotency_key, created_at, place)
  VALUES (wallet_shard('alice'), '${id}', 'topup', '${user}', '${actor}', 'x', 'x', now(), 1000);`;
interface Side {
  owner: string;
  asset?: string;
  amount: number;
  /** Otherwise the entry continues its account. */
  version?: number;
  leg?: number;
}
const entries = (id: string, sides: Side[]) => `
  INSERT INTO entries (shard, leg, account_id, version, place, amount, balance_after, created_at, hash)
  SELECT a.shard, side.leg, a.id, coalesce(side.version, a.version + 1), t.place, side.amount, a.balance + side.amount,
         now(), ${bytes32}
  FROM (VALUES ${sides
    .map(
      ({ owner, asset = 'GOLD', amount, version = 'NULL::bigint', leg }, index) =>
        `('${owner}', '${asset}', ${amount}, ${version}, ${leg ?? index})`,
    )
    .join(', ')}) AS side (owner, asset, amount, version, leg)
  JOIN accounts a ON a.shard = wallet_shard('alice') AND a.owner_id = side.owner AND a.asset_code = side.asset
  JOIN transactions t ON t.shard = a.shard AND t.id = '${id}';`;

const completion = (task: string, period: string) => `
  INSERT INTO task_completions (shard, user_id, task_code, period, transaction_id)
  VALUES (wallet_shard('alice'), 'alice', '${task}', '${period}', '${id}');`;
const operation = (position: number) => `
  INSERT INTO transaction_operations (shard, transaction_id, position, first_leg, legs, type, metadata)
  VALUES (wallet_shard('alice'), '${id}', ${position}, 0, 1, 'topup', '{}');`;
function anotherFreeze(number: number, action: string, reason = 'x'): string {
  return `INSERT INTO wallet_freezes (shard, user_id, number, action, reason, client_id, created_at, place)
          VALUES (wallet_shard('alice'), 'alice', ${number}, '${action}', '${reason}', 'x', now(), 1000)`;
}

/** A payment of alice, credited by the transaction; each value is SQL. */
function payment(
  given: Partial<Record<'paymentId' | 'provider' | 'environment' | 'product' | 'at', string>>,
) {
  const { paymentId = `'new'`, provider = `'steam'`, environment = `'live'` } = given;
  const { product = 'NULL', at = 'NULL' } = given;
  return `INSERT INTO payments (shard, provider, id, user_id, transaction_id, environment, product_id, purchased_at)
          VALUES (wallet_shard('alice'), ${provider}, ${paymentId}, 'alice', '${id}', ${environment}, ${product}, ${at});`;
}
const owner = (provider: string, paymentId: string) =>
  `INSERT INTO payment_owners (provider, id, user_id) VALUES (${provider}, ${paymentId}, 'alice');`;

/** Another event of bob's open hold; each value is SQL. */
function holdEvent(
  given: Partial<Record<'number' | 'kind' | 'captured' | 'released' | 'transaction' | 'balance', string>>,
) {
  const { number = '2', kind = `'capture'`, captured = '1', released = '0', balance = '100' } = given;
  const { transaction: by = 'gen_random_uuid()' } = given;
  return `INSERT INTO hold_events (shard, hold_id, number, kind, transaction_id, captured, released, captured_after,
                                   released_after, at, balance_after, held_after, owed_after)
          SELECT shard, id, ${number}, ${kind}, ${by}, ${captured}, ${released}, 1, 1, now(), ${balance}, 4, 0
          FROM holds WHERE closed_at IS NULL;`;
}

const original = `(SELECT original_id FROM reversals WHERE shard = wallet_shard('alice') LIMIT 1)`;

/** The second reversal of alice's top-up of 5000, 10 of which are reversed already; each value is SQL. */
function reversal(
  given: Partial<
    Record<'by' | 'number' | 'asked' | 'after' | 'kind' | 'cause' | 'reinstates' | 'operation', string>
  > = {},
): string {
  const { by = `'${id}'`, number = '2', asked = '5', after = '15', kind = `'reversal'` } = given;
  const { cause = `'fraud'`, reinstates = 'NULL', operation = '-1' } = given;
  return `INSERT INTO reversals (shard, transaction_id, original_id, operation, number, kind, cause, asset_code, asked, taken, owed,
                                 written_off, original_amount, reversed_after, balance_after, reinstates)
          VALUES (wallet_shard('alice'), ${by}, ${original}, ${operation}, ${number}, ${kind}, ${cause}, 'GOLD', ${asked}, 3, 1, 1,
                  5000, ${after}, 0, ${reinstates});`;
}

/** An event of a debt of alice; each value is SQL. */
function debt(
  given: Partial<Record<'by' | 'number' | 'kind' | 'amount' | 'outstanding' | 'owed', string>> = {},
): string {
  const { by = `'${id}'`, number = '1', kind = `'incur'`, amount = '5' } = given;
  const { outstanding = amount, owed = outstanding } = given;
  return `INSERT INTO debt_events (shard, account_id, number, user_id, asset_code, transaction_id, reversal_id, operation, kind,
                                   amount, source, outstanding_after, owed_after, balance_after)
          SELECT shard, id, ${number}, 'alice', 'GOLD', ${by}, ${by}, -1, ${kind}, ${amount}, 'treasury', ${outstanding}, ${owed}, 0
          FROM accounts WHERE ${ofOwner('alice')};`;
}

/** A record of a change; each value is SQL. */
function change(given: Partial<Record<'number' | 'subject' | 'by' | 'before' | 'after', string>>): string {
  const { number = '1000', subject = `'iron-sword'`, by = `'x'` } = given;
  const { before = `'{"price": 1}'`, after = `'{"price": 2}'` } = given;
  return `INSERT INTO changes (number, kind, subject, changed_by, before, after, created_at)
          VALUES (${number}, 'item', ${subject}, ${by}, ${before}, ${after}, now())`;
}

const id = '01900000-0000-7000-8000-000000000001';

/** First moves bob's account into alice's shard: a transaction between users of different shards fails earlier. */
const withBobInTheSameShard = `
  INSERT INTO user_salts (shard, user_id, salt) VALUES (wallet_shard('alice'), 'bob', uuid_send(gen_random_uuid()))
  ON CONFLICT DO NOTHING;
  INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
  SELECT shard, id, 'user', 'bob', 'GOLD', account_genesis_hash(shard, id, 'user', 'bob', 'GOLD'), now(), now()
  FROM wallet_shard('alice') AS shard, gen_random_uuid() AS id;`;

const balanced = [
  { owner: 'alice', amount: 5 },
  { owner: 'treasury', amount: -5 },
];

const rules: [rule: string, sql: string, because: RegExp][] = [
  [
    'a transaction whose entries do not sum to zero',
    transaction(id) +
      entries(id, [
        { owner: 'alice', amount: 5 },
        { owner: 'treasury', amount: -4 },
      ]),
    /not a balanced movement/,
  ],
  [
    'a single entry',
    transaction(id) + entries(id, [{ owner: 'alice', amount: 5 }]),
    /not a balanced movement/,
  ],
  [
    'a movement from one user to another',
    withBobInTheSameShard +
      transaction(id) +
      entries(id, [
        { owner: 'alice', amount: -5 },
        { owner: 'bob', amount: 5 },
      ]),
    /not a balanced movement/,
  ],
  [
    'a movement of a user other than that of the transaction',
    transaction(id, 'bob') + entries(id, balanced),
    /not a balanced movement/,
  ],
  [
    'a movement inside the system',
    transaction(id) +
      entries(id, [
        { owner: 'treasury', amount: -5 },
        { owner: 'treasury', asset: 'SILVER', amount: 5 },
      ]),
    /not a balanced movement/,
  ],
  [
    'two assets that only balance together',
    transaction(id) +
      entries(id, [
        { owner: 'alice', amount: 5 },
        { owner: 'treasury', asset: 'SILVER', amount: -5 },
      ]),
    /not a balanced movement/,
  ],
  [
    'entries added to a past transaction',
    `INSERT INTO entries (shard, leg, account_id, version, place, amount, balance_after, created_at, hash)
     SELECT e.shard, 9, account_id, a.version + 1, place, amount, a.balance + amount, e.created_at, hash
     FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id WHERE (e.shard, e.place) = (SELECT shard, place FROM transactions WHERE user_id = 'alice' LIMIT 1)`,
    /not a balanced movement/,
  ],
  [
    'a duplicate version of an account',
    transaction(id) +
      entries(id, [
        { owner: 'alice', amount: 5, version: 1 },
        { owner: 'treasury', amount: -5 },
      ]),
    /duplicate key.*entries_pkey/,
  ],
  [
    'a leg with two credits',
    transaction(id) +
      entries(id, [
        { owner: 'treasury', amount: -10, leg: 0 },
        { owner: 'alice', amount: 5, leg: 0 },
        { owner: 'alice', amount: 5, leg: 0, version: 1001 },
      ]),
    /duplicate key.*entries_by_transaction/,
  ],
  [
    'an entry of zero',
    transaction(id) +
      entries(id, [
        { owner: 'alice', amount: 0 },
        { owner: 'treasury', amount: 0 },
      ]),
    /entries_amount_check/,
  ],
  [
    'a negative balance of a user',
    `UPDATE accounts SET balance = -1 WHERE owner_id = 'alice' AND asset_code = 'GOLD'`,
    /accounts_user_never_negative/,
  ],
  [
    'a balance of a user that JSON cannot carry',
    `UPDATE accounts SET balance = 9007199254740992 WHERE owner_id = 'alice' AND asset_code = 'GOLD'`,
    /accounts_user_exact_in_json/,
  ],
  [
    'a hold beyond the balance of a user',
    `UPDATE accounts SET held = balance + 1 WHERE owner_kind = 'user'`,
    /accounts_user_never_negative|permission denied/,
  ],
  [
    'a negative hold',
    `UPDATE accounts SET held = -1 WHERE owner_kind = 'user'`,
    /accounts_held|permission denied/,
  ],
  [
    'a hold on a system account',
    `UPDATE accounts SET held = 1 WHERE owner_kind = 'system'`,
    /accounts_held|permission denied/,
  ],
  ['a negative debt', `UPDATE accounts SET owed = -1`, /accounts_owed|permission denied/],
  [
    'a debt that JSON cannot carry',
    `UPDATE accounts SET owed = 9007199254740992 WHERE owner_kind = 'user'`,
    /accounts_owed|permission denied/,
  ],
  [
    'a debt of a system account',
    `UPDATE accounts SET owed = 1 WHERE owner_kind = 'system'`,
    /accounts_owed|permission denied/,
  ],
  [
    'a lapse time of a system account',
    `UPDATE accounts SET lapses_at = now() WHERE owner_kind = 'system'`,
    /accounts_lapses|permission denied/,
  ],
  [
    'a floor of a user account',
    `UPDATE accounts SET floor = 0 WHERE owner_kind = 'user'`,
    /accounts_floor|permission denied/,
  ],
  [
    'a system account below its floor',
    `UPDATE accounts SET floor = balance + 1 WHERE owner_kind = 'system'`,
    /accounts_floor|permission denied/,
  ],
  [
    'a balance of NaN',
    `UPDATE accounts SET balance = 'NaN' WHERE owner_id = 'treasury'`,
    /accounts_balance_is_a_number/,
  ],
  [
    'an entry that leads to NaN',
    transaction(id) + entries(id, balanced).replace('a.balance + side.amount', `'NaN'::numeric`),
    /entries_balance_after_is_a_number/,
  ],
  [
    'a transaction with an unknown kind of actor',
    transaction(id, 'alice', 'robot:x') + entries(id, balanced),
    /transactions_actor/,
  ],
  [
    'a transaction by a client without an id',
    transaction(id, 'alice', 'client:') + entries(id, balanced),
    /transactions_actor/,
  ],
  [
    'effects without a valid digest',
    transaction(id).replace('place)', 'place, effects_digest)').replace(', 1000)', `, 1000, 'x'::bytea)`),
    /transactions_effects_digest_check/,
  ],
  ['a changed entry', `UPDATE entries SET amount = amount + 1`, /append-only|permission denied/],
  ['a deleted entry', `DELETE FROM entries`, /append-only|permission denied/],
  ['emptied entries', `TRUNCATE entries`, /append-only|permission denied/],
  ['a changed transaction', `UPDATE transactions SET user_id = 'bob'`, /append-only|permission denied/],
  ['a deleted transaction', `DELETE FROM transactions`, /append-only|permission denied/],
  ['emptied transactions', `TRUNCATE transactions CASCADE`, /append-only|permission denied/],
  [
    'the removal of an account with its history',
    `DELETE FROM accounts`,
    /only what the same transaction has inserted/,
  ],
  [
    'the removal of an account without entries from an earlier transaction',
    `DELETE FROM accounts WHERE owner_id = 'carol' AND version = 0`,
    /only what the same transaction has inserted/,
  ],
  [
    'the removal of an account that the same transaction has moved',
    `UPDATE accounts SET updated_at = now() WHERE owner_id = 'alice';
     DELETE FROM accounts WHERE owner_id = 'alice' AND version > 0`,
    /does not move to what its newest entry says/,
  ],
  ['a forgotten key', `DELETE FROM idempotency_keys`, /only what the same transaction has inserted/],
  ['emptied keys', `TRUNCATE idempotency_keys`, /append-only|permission denied/],
  ['emptied accounts', `TRUNCATE accounts CASCADE`, /append-only|permission denied/],
  ['a head that goes back', `UPDATE shard_heads SET last = last - 1 WHERE last > 0`, /append-only/],
  [
    'a time of a head that goes back',
    `UPDATE shard_heads SET last_at = 'epoch' WHERE last > 0`,
    /append-only/,
  ],
  ['a changed freeze', `UPDATE wallet_freezes SET reason = 'another'`, /append-only|permission denied/],
  ['a deleted freeze', `DELETE FROM wallet_freezes`, /append-only|permission denied/],
  ['emptied freezes', `TRUNCATE wallet_freezes`, /append-only|permission denied/],
  ['a freeze with a duplicate number', anotherFreeze(1, 'freeze'), /duplicate key.*wallet_freezes_pkey/],
  ['a freeze without a reason', anotherFreeze(2, 'unfreeze', ''), /wallet_freezes_reason_check/],
  ['an unknown action', anotherFreeze(2, 'thaw'), /wallet_freezes_action_check/],
  [
    'limits of an asset that allow no amount',
    `UPDATE assets SET min_amount = 5, max_amount = 4`,
    /violates check constraint "assets/,
  ],
  [
    'a user whom no path could name',
    `INSERT INTO users (shard, id, registration, metadata, created_at, place)
     VALUES (0, 'a b', gen_random_uuid(), '{}', now(), 1000)`,
    /users_id/,
  ],
  [
    'a user of dots only, whom no URL can name',
    `INSERT INTO users (shard, id, registration, metadata, created_at, place)
     VALUES (0, '..', gen_random_uuid(), '{}', now(), 1000)`,
    /users_id/,
  ],
  [
    'a player of dots only',
    `INSERT INTO players (shard, user_id, password_hash)
     VALUES (0, '.', '$scrypt$ln=1,r=1,p=1$' || repeat('A', 22) || '$' || repeat('A', 43))`,
    /players_user_id/,
  ],
  [
    'an account of a user whom no path could name',
    `INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
     SELECT 0, id, 'user', '..', 'GOLD', account_genesis_hash(0::smallint, id, 'user', '..', 'GOLD'), now(), now()
     FROM gen_random_uuid() AS id`,
    /accounts_user_id/,
  ],
  ['a blank name of an asset', `UPDATE assets SET name = ' '`, /assets_name/],
  ['a right-to-left name of an item', `UPDATE items SET name = E'a\\u202e'`, /items_name_is_readable/],
  ['a name of a task with a line break', `UPDATE tasks SET name = E'a\\nb'`, /tasks_name_is_readable/],
  [
    'a second registration of a user',
    `INSERT INTO users SELECT shard, id, gen_random_uuid(), metadata, created_at, place FROM users`,
    /duplicate key.*users_pkey/,
  ],
  [
    'a second completion of a task in its period',
    transaction(id) + entries(id, balanced) + completion('tutorial', 'once') + completion('tutorial', 'once'),
    /duplicate key.*task_completions_pkey/,
  ],
  [
    'a completion without its transaction',
    completion('tutorial', 'once'),
    /task_completions_shard_transaction_id_fkey/,
  ],
  [
    'a completion in an invalid period',
    transaction(id) + completion('tutorial', 'yesterday'),
    /task_completions_period/,
  ],
  ['a changed completion', `UPDATE task_completions SET user_id = 'bob'`, /append-only|permission denied/],
  ['a deleted completion', `DELETE FROM task_completions`, /append-only|permission denied/],
  ['emptied completions', `TRUNCATE task_completions`, /append-only|permission denied/],
  ['a second owner of a payment', owner(`'steam'`, `'paid'`), /duplicate key.*payment_owners_pkey/],
  [
    'a payment given to another user',
    `UPDATE payment_owners SET user_id = 'bob'`,
    /only what the same transaction has inserted/,
  ],
  ['a forgotten owner', `DELETE FROM payment_owners`, /only what the same transaction has inserted/],
  ['emptied owners', `TRUNCATE payment_owners`, /append-only|permission denied/],
  ['an owner for an invalid provider', owner(`'Steam'`, `'x'`), /payment_owners_provider/],
  ['an owner for no id', owner(`'steam'`, `''`), /payment_owners_id/],
  [
    'a payment that is credited twice to its user',
    transaction(id) + entries(id, balanced) + payment({ paymentId: `'paid'` }),
    /duplicate key.*payments_pkey/,
  ],
  [
    'two payments of one transaction',
    transaction(id) + entries(id, balanced) + payment({}) + payment({ paymentId: `'second'` }),
    /duplicate key.*payments_one_per_transaction/,
  ],
  ['a payment without its transaction', payment({}), /payments_shard_transaction_id_fkey/],
  ['a payment by an invalid provider', payment({ provider: `'App Store'` }), /payments_provider/],
  ['a payment without an id', payment({ paymentId: `''` }), /payments_id/],
  ['a payment in an unknown environment', payment({ environment: `'test'` }), /payments_environment/],
  ['a payment for no product', payment({ product: `''` }), /payments_product_id/],
  ['a payment at no time', payment({ at: `'now'` }), /payments_purchased_at/],
  ['a changed payment', `UPDATE payments SET environment = 'live'`, /append-only|permission denied/],
  ['a deleted payment', `DELETE FROM payments`, /append-only|permission denied/],
  ['emptied payments', `TRUNCATE payments`, /append-only|permission denied/],
  [
    'less in a balance than is held',
    `UPDATE accounts SET held = balance + 1 WHERE shard = wallet_shard('bob') AND owner_id = 'bob' AND asset_code = 'GOLD'`,
    /accounts_user_never_negative/,
  ],
  ['less than nothing held', `UPDATE accounts SET held = -1 WHERE owner_id = 'bob'`, /accounts_held/],
  [
    'a hold captured beyond its amount',
    `UPDATE holds SET captured = amount + 1, events = events + 1, closed_at = now(), closed_as = 'captured'
     WHERE closed_at IS NULL`,
    /holds_within_their_amount/,
  ],
  [
    'a hold captured and released beyond its amount',
    `UPDATE holds SET captured = amount, released = 1, events = events + 1, closed_at = now(),
       closed_as = 'captured' WHERE closed_at IS NULL`,
    /holds_within_their_amount/,
  ],
  [
    'a used-up hold that stays open',
    `UPDATE holds SET captured = amount, events = events + 1 WHERE closed_at IS NULL`,
    /holds_closed_when_used_up/,
  ],
  [
    'a hold closed for no reason',
    `UPDATE holds SET captured = amount, closed_at = now(), events = events + 1 WHERE closed_at IS NULL`,
    /holds_closed_for_a_reason/,
  ],
  [
    'a closed hold that opens again',
    `UPDATE holds SET captured = 0, closed_at = NULL, closed_as = NULL, events = events + 1 WHERE closed_as = 'captured'`,
    /append-only/,
  ],
  [
    'a hold of which less is captured',
    `UPDATE holds SET captured = captured + 1, events = events + 1 WHERE closed_at IS NULL;
     UPDATE holds SET captured = captured - 1, events = events + 1 WHERE closed_at IS NULL`,
    /append-only/,
  ],
  [
    'a longer hold',
    `UPDATE holds SET expires_at = expires_at + interval '1 day'`,
    /append-only|permission denied/,
  ],
  ['a larger hold', `UPDATE holds SET amount = amount + 1`, /append-only|permission denied/],
  ['a deleted hold', `DELETE FROM holds`, /append-only|permission denied/],
  ['emptied holds', `TRUNCATE holds, hold_events`, /append-only|permission denied/],
  [
    'an event of a hold with a taken number',
    holdEvent({ number: '1', kind: `'hold'`, captured: '0' }),
    /hold_events_pkey/,
  ],
  ['an event without its transaction', holdEvent({}), /hold_events_shard_transaction_id_fkey/],
  [
    'a first event that is no authorisation',
    holdEvent({ kind: `'hold'`, captured: '0' }),
    /hold_events_first/,
  ],
  ['a capture of nothing', holdEvent({ captured: '0' }), /hold_events_do_something/],
  ['a void that captures', holdEvent({ kind: `'void'`, released: '1' }), /hold_events_do_something/],
  [
    'an event with less in the balance than is held',
    holdEvent({ balance: '3' }),
    /hold_events_held_is_there/,
  ],
  ['a sum below what an event adds', holdEvent({ captured: '2' }), /hold_events_running/],
  [
    'two events of one transaction',
    holdEvent({ transaction: '(SELECT transaction_id FROM hold_events e WHERE e.hold_id = holds.id)' }),
    /hold_events_one_per_transaction/,
  ],
  ['a changed event of a hold', `UPDATE hold_events SET captured = 2`, /append-only|permission denied/],
  ['a deleted event of a hold', `DELETE FROM hold_events`, /append-only|permission denied/],
  ['emptied events of holds', `TRUNCATE hold_events`, /append-only|permission denied/],
  [
    'a second operation in a position',
    transaction(id) + entries(id, balanced) + operation(0) + operation(0),
    /duplicate key.*transaction_operations_pkey/,
  ],
  ['an operation without its transaction', operation(0), /transaction_operations_shard_transaction_id_fkey/],
  ['an operation before the first', transaction(id) + operation(-1), /transaction_operations_position_check/],
  ['a changed operation', `UPDATE transaction_operations SET legs = 2`, /append-only|permission denied/],
  ['a deleted operation', `DELETE FROM transaction_operations`, /append-only|permission denied/],
  ['emptied operations', `TRUNCATE transaction_operations`, /append-only|permission denied/],
  [
    'a second reversal with a number',
    transaction(id) + reversal({ number: '1' }),
    /duplicate key.*reversals_pkey/,
  ],
  [
    'a transaction that reverses the same part twice',
    transaction(id) + reversal() + reversal({ number: '3', after: '20' }),
    /duplicate key.*reversals_one_per_transaction/,
  ],
  ['a reversal without its transaction', reversal(), /reversals_shard_transaction_id_fkey/],
  ['a reversal of itself', transaction(id) + reversal({ by: original }), /reversals_of_another/],
  [
    'a reversal of more than the original',
    transaction(id) + reversal({ after: '5001' }),
    /reversals_within_original/,
  ],
  ['a total below 0', transaction(id) + reversal({ after: '-1' }), /reversals_within_original/],
  ['a reversal whose figures differ', transaction(id) + reversal({ asked: '6' }), /reversals_asked/],
  ['a reversal without a number', transaction(id) + reversal({ number: '0' }), /reversals_number_check/],
  ['a reversal without a cause', transaction(id) + reversal({ cause: `'whim'` }), /reversals_cause_check/],
  ['a reversal of an unknown kind', transaction(id) + reversal({ kind: `'undo'` }), /reversals_kind_check/],
  ['a part before the first', transaction(id) + reversal({ operation: '-2' }), /reversals_operation_check/],
  [
    'a reinstatement of nothing',
    transaction(id) + reversal({ kind: `'reinstatement'` }),
    /reversals_reinstates/,
  ],
  [
    'a reversal that reinstates',
    transaction(id) + reversal({ reinstates: original }),
    /reversals_reinstates/,
  ],
  ['a changed reversal', `UPDATE reversals SET cause = 'refund'`, /append-only|permission denied/],
  ['a deleted reversal', `DELETE FROM reversals`, /append-only|permission denied/],
  ['emptied reversals', `TRUNCATE reversals`, /append-only|permission denied/],
  [
    'a second event of an account with a number',
    transaction(id) + debt() + debt({ kind: `'repay'`, outstanding: '0' }),
    /duplicate key.*debt_events_pkey/,
  ],
  [
    'a second debt for the same part',
    transaction(id) + debt() + debt({ number: '2', owed: '10' }),
    /duplicate key.*debt_events_debts/,
  ],
  ['a debt without its transaction', debt(), /debt_events_shard_(transaction|reversal)_id_fkey/],
  ['a debt of nothing', transaction(id) + debt({ amount: '0' }), /debt_events_amount_check/],
  [
    'a debt that is settled when incurred',
    transaction(id) + debt({ outstanding: '4' }),
    /debt_events_incurred/,
  ],
  ['a debt that the account does not owe', transaction(id) + debt({ owed: '4' }), /debt_events_outstanding/],
  [
    'more repaid than owed',
    transaction(id) + debt({ kind: `'repay'`, outstanding: '-1', owed: '0' }),
    /debt_events_outstanding/,
  ],
  ['a debt beyond the largest', transaction(id) + debt({ owed: '9007199254740992' }), /debt_events_owed/],
  ['an event of an unknown kind', transaction(id) + debt({ kind: `'sell'` }), /debt_events_kind_check/],
  ['an event without a number', transaction(id) + debt({ number: '0' }), /debt_events_number_check/],
  ['a changed debt', `UPDATE debt_events SET amount = 1`, /append-only|permission denied/],
  ['a deleted debt', `DELETE FROM debt_events`, /append-only|permission denied/],
  ['emptied debts', `TRUNCATE debt_events`, /append-only|permission denied/],
  ['a changed record of a change', `UPDATE changes SET changed_by = 'x'`, /append-only|permission denied/],
  ['a deleted record of a change', `DELETE FROM changes`, /append-only|permission denied/],
  ['emptied records of changes', `TRUNCATE changes`, /append-only|permission denied/],
  ['a change with a taken number', change({ number: '1' }), /duplicate key.*changes_pkey/],
  ['a change that changes nothing', change({ after: `'{"price": 1}'` }), /changes_something/],
  ['a change from nothing to nothing', change({ before: 'NULL', after: 'NULL' }), /changes_something/],
  ['a change by no one', change({ by: `''` }), /changes_by_client_or_operator/],
  ['a change by an operator without a login', change({ by: `'operator:'` }), /changes_by_client_or_operator/],
  ['a change of no subject', change({ subject: `''` }), /changes_subject_check/],
  ['terms that are not an object', change({ after: `'[1]'` }), /changes_after_check/],
  ['a price of zero', `UPDATE items SET price = 0`, /items_price/],
  ['a price that JSON cannot carry', `UPDATE items SET price = 9007199254740992`, /items_price/],
  ['a negative reward', `UPDATE tasks SET reward = -1`, /tasks_reward/],
  ['an item without a name', `UPDATE items SET name = ''`, /items_name/],
  [
    'an invalid code',
    `INSERT INTO items (code, name, asset_code, price) VALUES ('Iron sword', 'Iron sword', 'GOLD', 1)`,
    /items_code/,
  ],
  [
    'an item in an asset that does not exist',
    `INSERT INTO items (code, name, asset_code, price) VALUES ('sword', 'Sword', 'COPPER', 1)`,
    /items_asset_code_fkey/,
  ],
  [
    'a task with an unknown limit',
    `INSERT INTO tasks (code, name, asset_code, reward, completion_limit) VALUES ('t', 'T', 'GOLD', 1, 'weekly')`,
    /tasks_completion_limit/,
  ],
  [
    'an unlimited task that players complete',
    `INSERT INTO tasks (code, name, asset_code, reward, completion_limit, completed_by)
     VALUES ('t', 'T', 'GOLD', 1, 'unlimited', 'player')`,
    /tasks_of_players_are_limited/,
  ],
  [
    'to open an unlimited task to players',
    `UPDATE tasks SET completed_by = 'player' WHERE completion_limit = 'unlimited'`,
    /tasks_of_players_are_limited/,
  ],
  [
    'a task completed by an unknown kind of caller',
    `UPDATE tasks SET completed_by = 'ghost'`,
    /tasks_completed_by/,
  ],
  [
    'a rate from an asset to itself',
    `INSERT INTO conversion_rates VALUES ('GOLD', 'GOLD', 1, 2)`,
    /conversion_rates_two_assets/,
  ],
  ['a rate for nothing', `UPDATE conversion_rates SET from_amount = 0`, /conversion_rates_from_amount/],
  ['a rate that gives nothing', `UPDATE conversion_rates SET to_amount = 0`, /conversion_rates_to_amount/],
  [
    'a key that holds a transaction and a refusal',
    `INSERT INTO idempotency_keys
     SELECT (jsonb_populate_record(k, '{"key": "new", "refusal": {}}')).* FROM idempotency_keys k LIMIT 1`,
    /idempotency_keys_one_outcome/,
  ],
];

describe.each(['application', 'login', 'owner'])('to the %s, PostgreSQL refuses', (role) => {
  it.each(rules)('%s', async (_rule, sql, because) => {
    const client = clients[role]!;
    await client.query('BEGIN');
    const failure = await client.query(onShards(sql)).then(
      () => undefined,
      (error: unknown) => (error as Error).message,
    );
    await client.query('ROLLBACK');
    expect(failure).toMatch(because);
  });
});

describe('to the application, PostgreSQL also refuses', () => {
  it.each([
    ['to forget all keys', `TRUNCATE idempotency_keys`],
    ['to give an account to another user', `UPDATE accounts SET owner_id = 'mallory'`],
    ['to change what a key was used for', `UPDATE idempotency_keys SET fingerprint = ${bytes32}`],
    ['to price an item in another asset', `UPDATE items SET asset_code = 'SILVER'`],
    ['to give an item another code', `UPDATE items SET code = 'sword' WHERE code = 'iron-sword'`],
    ['to delete an item', `DELETE FROM items`],
    ['to reward a task in another asset', `UPDATE tasks SET asset_code = 'SILVER'`],
    ['to limit a task in another way', `UPDATE tasks SET completion_limit = 'unlimited'`],
    ['to delete a task', `DELETE FROM tasks`],
    ['to turn a rate round', `UPDATE conversion_rates SET from_asset = to_asset, to_asset = from_asset`],
    ['to change the number of shards', `UPDATE ledger_settings SET shard_count = 1`],
    ['to forget a user', `DELETE FROM users`],
    ['to change what a user was registered with', `UPDATE users SET metadata = '{}'`],
    ['to change the decimals of an asset', `UPDATE assets SET decimals = 2`],
    ['to give an asset another code', `UPDATE assets SET code = 'X'`],
    ['to forget an asset', `DELETE FROM assets`],
    ['to change the schema', `ALTER TABLE entries DISABLE TRIGGER ALL`],
  ])('%s', async (_rule, sql) => {
    await expect(clients['application']!.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});

it('accepts valid rows, which proves that the rules above refuse for the stated reasons', async () => {
  for (const client of Object.values(clients)) {
    await client.query('BEGIN');
    await client.query(onShards(transaction(id) + entries(id, balanced)));
    await client.query(onShards(completion('tutorial', 'once') + completion('tutorial', '2026-01-31')));
    await client.query(onShards(anotherFreeze(2, 'unfreeze')));
    await client.query(onShards(reversal() + debt()));
    await client.query(onShards(withBobInTheSameShard));
    const removed = await client.query(onShards(`DELETE FROM accounts WHERE ${ofOwner('bob')}`));
    expect(removed.rowCount).toBe(1);
    await client.query(
      `INSERT INTO idempotency_keys (shard, client_id, user_id, key, fingerprint, transaction_id)
       VALUES (0, 'x', 'alice', 'mine', ${bytes32}, '${id}')`,
    );
    const released = await client.query(`DELETE FROM idempotency_keys WHERE key = 'mine'`);
    expect(released.rowCount).toBe(1);
    await client.query('ROLLBACK');
    await client.query('BEGIN');
    await client.query(`UPDATE assets SET name = 'x', min_amount = 4, max_amount = 4, retired = true`);
    await client.query('ROLLBACK');
  }
});

it('lets the owner set a hold, a debt and a lapse time without an entry', async () => {
  const owner = clients['owner']!;
  await owner.query('BEGIN');
  const { rowCount } = await owner.query(
    onShards(`UPDATE accounts SET held = 5, owed = 5, lapses_at = now() WHERE ${ofOwner('alice')}`),
  );
  await owner.query(onShards(`UPDATE accounts SET floor = balance - 1 WHERE ${ofOwner('treasury')}`));
  await owner.query('ROLLBACK');
  expect(rowCount).toBe(1);
});

it('applies to the service: every connection takes the restricted role', async () => {
  const [row] = await service.app.get(DataSource).query<{ role: string }[]>(`SELECT current_user AS role`);
  expect(row).toEqual({ role: 'wallet_app' });
});
