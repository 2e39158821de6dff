-- Seeds an empty, migrated database with the demo assets, catalogue, system accounts and users, for people who use psql:
--
--   psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -f seed/seed.sql
--
-- It gives what `npm run seed` gives, and running either of them afterwards changes nothing. Every initial balance is a
-- balanced ledger transaction with a hash chain; the audit passes.

BEGIN;

DO $$
DECLARE
  demo  record;
  terms jsonb;
  added jsonb[] := '{}';
  last  integer;
BEGIN
  FOR demo IN SELECT * FROM (VALUES
    ('GOLD',    'Gold Coins'),
    ('SILVER',  'Silver Coins'),
    ('DIAMOND', 'Diamonds'),
    ('LOYALTY', 'Loyalty Points')
  ) AS assets (code, name)
  LOOP
    INSERT INTO assets (code, name) VALUES (demo.code, demo.name) ON CONFLICT DO NOTHING
    RETURNING jsonb_build_object('name', name, 'decimals', decimals, 'minAmount', min_amount, 'maxAmount', max_amount,
                                 'retired', retired) INTO terms;
    CONTINUE WHEN NOT FOUND;
    added := added || jsonb_build_object('kind', 'asset', 'subject', demo.code, 'terms', terms);
  END LOOP;

  FOR demo IN SELECT * FROM (VALUES
    ('iron-sword',    'Iron sword',    'GOLD',    120),
    ('health-potion', 'Health potion', 'SILVER',   15),
    ('mystery-box',   'Mystery box',   'DIAMOND',   3)
  ) AS items (code, name, asset, price)
  LOOP
    INSERT INTO items (code, name, asset_code, price) VALUES (demo.code, demo.name, demo.asset, demo.price)
    ON CONFLICT DO NOTHING
    RETURNING jsonb_build_object('name', name, 'asset', asset_code, 'price', price, 'retired', retired) INTO terms;
    CONTINUE WHEN NOT FOUND;
    added := added || jsonb_build_object('kind', 'item', 'subject', demo.code, 'terms', terms);
  END LOOP;

  FOR demo IN SELECT * FROM (VALUES
    ('tutorial',    'Tutorial',    'GOLD',   50, 'once',      'player'),
    ('daily-login', 'Daily login', 'GOLD',   10, 'daily',     'player'),
    ('watch-ad',    'Watch an ad', 'SILVER',  5, 'unlimited', 'client')
  ) AS tasks (code, name, asset, reward, completion_limit, completed_by)
  LOOP
    INSERT INTO tasks (code, name, asset_code, reward, completion_limit, completed_by)
    VALUES (demo.code, demo.name, demo.asset, demo.reward, demo.completion_limit, demo.completed_by)
    ON CONFLICT DO NOTHING
    RETURNING jsonb_build_object('name', name, 'asset', asset_code, 'reward', reward, 'limit', completion_limit,
                                 'completedBy', completed_by, 'retired', retired) INTO terms;
    CONTINUE WHEN NOT FOUND;
    added := added || jsonb_build_object('kind', 'task', 'subject', demo.code, 'terms', terms);
  END LOOP;

  -- Only into an empty list, and before the first seeded balance: a deleted rate stays deleted, and no cycle with an operator's
  -- rates can create credits.
  FOR demo IN SELECT * FROM (VALUES
    ('SILVER', 'GOLD',    50, 1),
    ('GOLD',   'DIAMOND', 50, 1)
  ) AS rates (source, target, from_amount, to_amount)
  WHERE NOT EXISTS (SELECT FROM conversion_rates) AND NOT EXISTS (
    SELECT FROM idempotency_keys
    WHERE shard IN (SELECT generate_series(0, shard_count - 1) FROM ledger_settings) AND client_id = 'seed'
  )
  LOOP
    INSERT INTO conversion_rates (from_asset, to_asset, from_amount, to_amount)
    VALUES (demo.source, demo.target, demo.from_amount, demo.to_amount)
    ON CONFLICT DO NOTHING
    RETURNING jsonb_build_object('fromAmount', from_amount, 'toAmount', to_amount) INTO terms;
    CONTINUE WHEN NOT FOUND;
    added := added || jsonb_build_object(
      'kind', 'conversion-rate', 'subject', demo.source || '/' || demo.target, 'terms', terms);
  END LOOP;

  -- Records what was added, as the service does; see libs/changes. The lock is "change" in ASCII.
  PERFORM pg_advisory_xact_lock(109299962373989);
  SELECT coalesce(max(number), 0) INTO last FROM changes;
  INSERT INTO changes (number, kind, subject, changed_by, after, created_at)
  SELECT last + position, change ->> 'kind', change ->> 'subject', 'seed', change -> 'terms', ledger_now()
  FROM unnest(added) WITH ORDINALITY AS recorded (change, position);
END
$$;

-- Every system account has one row, a stripe, in each shard.
INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
SELECT shard, id, 'system', owner_id, code, account_genesis_hash(shard, id, 'system', owner_id, code), now(), now()
FROM (
  SELECT shard::smallint, gen_random_uuid() AS id, owner_id, code
  FROM ledger_settings
  CROSS JOIN generate_series(0, shard_count - 1) AS shard
  CROSS JOIN unnest(ARRAY['treasury', 'promotions', 'revenue', 'exchange', 'adjustments']) AS owner_id
  CROSS JOIN assets
) AS stripes
ON CONFLICT (shard, owner_kind, owner_id, asset_code) DO NOTHING;

DO $$
DECLARE
  seed       record;
  treasury   accounts;
  recipient  accounts;
  done       transactions;
  debit      entries;
  credit     entries;
  digest     bytea;
BEGIN
  FOR seed IN
    SELECT *, wallet_shard(user_id) AS shard, format('seed-%s-%s', user_id, asset) AS key
    FROM (VALUES
      ('alice', 'GOLD',    1000),
      ('alice', 'SILVER',   500),
      ('alice', 'DIAMOND',   10),
      ('alice', 'LOYALTY',  100),
      ('bob',   'GOLD',     500),
      ('bob',   'SILVER',   250),
      ('bob',   'LOYALTY',   50)
    ) AS demo (user_id, asset, amount)
  LOOP
    -- A UUID version 7 (RFC 9562): PostgreSQL makes them by itself only since version 18.
    done.id := lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')
               || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14);

    -- The same key as `npm run seed` uses: whoever comes second finds it taken.
    INSERT INTO idempotency_keys (shard, client_id, user_id, key, fingerprint, transaction_id)
    VALUES (seed.shard, 'seed', seed.user_id, seed.key,
            sha256(convert_to(format(E'SEED\n/%s/%s\n{}', seed.user_id, seed.asset), 'UTF8')), done.id)
    ON CONFLICT DO NOTHING;
    CONTINUE WHEN NOT FOUND;

    -- Salts the hashes over what a user's transactions say.
    INSERT INTO user_salts (shard, user_id, salt) VALUES (seed.shard, seed.user_id, uuid_send(gen_random_uuid()))
    ON CONFLICT DO NOTHING;
    INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
    SELECT seed.shard, id, 'user', seed.user_id, seed.asset,
           account_genesis_hash(seed.shard, id, 'user', seed.user_id, seed.asset), now(), now()
    FROM gen_random_uuid() AS id
    ON CONFLICT (shard, owner_kind, owner_id, asset_code) DO NOTHING;

    PERFORM FROM accounts
    WHERE shard = seed.shard AND asset_code = seed.asset AND owner_id IN ('treasury', seed.user_id)
    ORDER BY shard, id FOR UPDATE;
    SELECT * INTO STRICT treasury FROM accounts
    WHERE shard = seed.shard AND asset_code = seed.asset AND owner_kind = 'system' AND owner_id = 'treasury';
    SELECT * INTO STRICT recipient FROM accounts
    WHERE shard = seed.shard AND asset_code = seed.asset AND owner_kind = 'user' AND owner_id = seed.user_id;

    UPDATE shard_heads SET last = last + 1, last_at = greatest(last_at, ledger_now())
    WHERE shard = seed.shard
    RETURNING last, last_at INTO done.place, done.created_at;
    INSERT INTO transactions
      (shard, id, type, user_id, actor, reference, description, client_id, idempotency_key, created_at, place)
    VALUES (seed.shard, done.id, 'topup', seed.user_id, 'house:seed', 'seed', 'Initial balance', 'seed', seed.key,
            done.created_at, done.place)
    RETURNING * INTO done;

    debit.shard         := seed.shard;
    debit.place         := done.place;
    debit.leg           := 0;
    debit.created_at    := done.created_at;
    credit              := debit;
    debit.account_id    := treasury.id;
    debit.version       := treasury.version + 1;
    debit.amount        := -seed.amount;
    debit.balance_after := treasury.balance - seed.amount;
    credit.account_id    := recipient.id;
    credit.version       := recipient.version + 1;
    credit.amount        := seed.amount;
    credit.balance_after := recipient.balance + seed.amount;

    SELECT transaction_digest(done, salt, entry_bytes(debit) || entry_bytes(credit)) INTO STRICT digest
    FROM user_salts WHERE shard = seed.shard AND user_id = seed.user_id;
    debit.hash  := entry_hash(treasury.head_hash, digest, debit.leg, debit.amount);
    credit.hash := entry_hash(recipient.head_hash, digest, credit.leg, credit.amount);
    INSERT INTO entries SELECT (debit).* UNION ALL SELECT (credit).*;

    UPDATE accounts
    SET balance = entry.balance_after, version = entry.version, head_hash = entry.hash, updated_at = entry.created_at
    FROM entries AS entry
    WHERE entry.shard = seed.shard AND entry.place = done.place
      AND accounts.shard = entry.shard AND accounts.id = entry.account_id;
  END LOOP;
END
$$;

COMMIT;
