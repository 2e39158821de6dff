import { Client } from 'pg';
import type { TestDatabase } from './test-database.js';

/**
 * Fills an empty ledger with top-ups of a new asset, each by a new user, bypassing the journal and the triggers. The rows equal
 * those of the journal, without keys, so the audit passes.
 */
export async function loadTransactions(database: TestDatabase, count: number): Promise<void> {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(`INSERT INTO assets (code, name) VALUES ('CHIP', 'Chips')`);
  await owner.query(`CREATE TEMP TABLE loaded AS ${loaded}`, [count]);
  await owner.query(insertTransactions);
  await owner.query(`
    INSERT INTO user_salts (shard, user_id, salt) SELECT shard, user_id, uuid_send(gen_random_uuid()) FROM loaded`);
  await owner.query(`
    UPDATE shard_heads
    SET last = last + (SELECT count(*) FROM loaded WHERE loaded.shard = shard_heads.shard),
        last_at = greatest(last_at, (SELECT max(created_at) FROM loaded WHERE loaded.shard = shard_heads.shard))`);
  await owner.query(insertEntries);
  await owner.query(`ANALYZE`);
  await owner.end();
}

/** One per millisecond up to now; ids start with the time (RFC 9562, UUID version 7). */
const loaded = `
  SELECT shard, user_id, type, at AS created_at, row_number() OVER (PARTITION BY shard ORDER BY at) AS place,
         (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(user_id), 1, 3)
           || '8' || substr(md5(user_id), 4, 15))::uuid AS id
  FROM (
    SELECT wallet_shard(user_id) AS shard, user_id, CASE WHEN n % 2 = 0 THEN 'topup' ELSE 'bonus' END AS type,
           (SELECT ledger_now()) - ($1::int - n + 1) * interval '1 ms' AS at
    FROM (SELECT n, 'load-' || n AS user_id FROM generate_series(1, $1::int) AS n) AS numbered
  ) AS timed`;

const insertTransactions = `
  INSERT INTO transactions (shard, id, type, user_id, actor, client_id, idempotency_key, created_at, place)
  SELECT shard, id, type, user_id, 'client:load', 'load', user_id, created_at, place FROM loaded`;

const insertEntries = `
  DO $$
  DECLARE
    t      transactions;
    salt   bytea;
    digest bytea;
    debit  entries;
    credit entries;
    stripe accounts;
  BEGIN
    FOR t IN SELECT * FROM transactions WHERE client_id = 'load' ORDER BY shard, place LOOP
      IF stripe.shard IS DISTINCT FROM t.shard THEN
        IF stripe.shard IS NOT NULL THEN INSERT INTO accounts SELECT (stripe).*; END IF;
        SELECT * INTO stripe FROM jsonb_populate_record(
          NULL::accounts, '{"owner_kind": "system", "owner_id": "treasury", "asset_code": "CHIP", "balance": 0, "version": 0, "held": 0, "owed": 0}');
        stripe.shard := t.shard;
        stripe.id := gen_random_uuid();
        stripe.created_at := t.created_at;
        stripe.head_hash := account_genesis_hash(stripe.shard, stripe.id, 'system', 'treasury', 'CHIP');
      END IF;
      stripe.balance := stripe.balance - 5;
      stripe.version := stripe.version + 1;
      stripe.updated_at := t.created_at;

      debit := NULL;
      debit.shard := t.shard;
      debit.place := t.place;
      debit.leg := 0;
      debit.created_at := t.created_at;
      credit := debit;
      debit.account_id := stripe.id;
      debit.version := stripe.version;
      debit.amount := -5;
      debit.balance_after := stripe.balance;
      credit.account_id := gen_random_uuid();
      credit.version := 1;
      credit.amount := 5;
      credit.balance_after := 5;

      SELECT user_salts.salt INTO salt FROM user_salts WHERE shard = t.shard AND user_id = t.user_id;
      digest := transaction_digest(t, salt, entry_bytes(debit) || entry_bytes(credit));
      debit.hash := entry_hash(stripe.head_hash, digest, debit.leg, debit.amount);
      credit.hash := entry_hash(
        account_genesis_hash(t.shard, credit.account_id, 'user', t.user_id, 'CHIP'), digest, credit.leg, credit.amount);
      stripe.head_hash := debit.hash;
      INSERT INTO entries SELECT (debit).* UNION ALL SELECT (credit).*;
      INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, balance, version, head_hash, created_at, updated_at)
      VALUES (t.shard, credit.account_id, 'user', t.user_id, 'CHIP', 5, 1, credit.hash, t.created_at, t.created_at);
    END LOOP;
    IF stripe.shard IS NOT NULL THEN INSERT INTO accounts SELECT (stripe).*; END IF;
  END
  $$`;
