-- One transfer in one round trip, as fast as PL/pgSQL allows: the key first, then the accounts in one sorted order,
-- then the rows of the wallet, with its hash chain, under its constraints and triggers.
CREATE FUNCTION bench_top_up(
  in_shard smallint, in_user text, in_asset text, in_amount bigint,
  in_client text, in_key text, in_fingerprint bytea, in_transaction uuid
)
RETURNS TABLE (its_transaction uuid, its_balance bigint, its_version bigint, its_time timestamptz, is_replay boolean)
LANGUAGE plpgsql
AS $$
DECLARE
  account  accounts;
  treasury accounts;
  wallet   accounts;
  movement transactions;
  debit    entries;
  credit   entries;
  salt     bytea;
  digest   bytea;
BEGIN
  movement.created_at := clock_timestamp();
  INSERT INTO idempotency_keys (shard, client_id, user_id, key, fingerprint, transaction_id)
  VALUES (in_shard, in_client, in_user, in_key, in_fingerprint, in_transaction)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    -- Returns no row if the key belongs to another request.
    RETURN QUERY
      SELECT t.id, e.balance_after::bigint, e.version, e.created_at::timestamptz, true
      FROM idempotency_keys k
      JOIN transactions t ON t.shard = k.shard AND t.id = k.transaction_id
      JOIN entries e ON e.shard = t.shard AND e.place = t.place AND e.amount > 0
      WHERE k.shard = in_shard AND k.client_id = in_client AND k.user_id = in_user AND k.key = in_key
        AND k.fingerprint = in_fingerprint;
    RETURN;
  END IF;

  FOR attempt IN 1..2 LOOP
    FOR account IN
      SELECT * FROM accounts
      WHERE shard = in_shard AND asset_code = in_asset
        AND (owner_kind, owner_id) IN (('system', 'treasury'), ('user', in_user))
      ORDER BY id FOR UPDATE
    LOOP
      IF account.owner_kind = 'system' THEN treasury := account; ELSE wallet := account; END IF;
    END LOOP;
    EXIT WHEN treasury.id IS NOT NULL AND wallet.id IS NOT NULL;
    INSERT INTO user_salts (shard, user_id, salt) VALUES (in_shard, in_user, uuid_send(gen_random_uuid()))
    ON CONFLICT DO NOTHING;
    INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
    SELECT in_shard, id, kind, owner, in_asset, account_genesis_hash(in_shard, id, kind, owner, in_asset),
           movement.created_at, movement.created_at
    FROM (
      SELECT gen_random_uuid() AS id, kind, owner
      FROM (VALUES ('system', 'treasury'), ('user', in_user)) AS owners (kind, owner)
    ) AS missing
    ORDER BY kind, owner
    ON CONFLICT (shard, owner_kind, owner_id, asset_code) DO NOTHING;
  END LOOP;

  movement.shard := in_shard;
  movement.id := in_transaction;
  movement.type := 'topup';
  movement.user_id := in_user;
  movement.actor := 'client:' || in_client;
  movement.metadata := '{}';
  movement.client_id := in_client;
  movement.idempotency_key := in_key;
  UPDATE shard_heads SET last = last + 1, last_at = greatest(last_at, ledger_now()) WHERE shard = in_shard
  RETURNING last, last_at INTO movement.place, movement.created_at;

  debit.shard := in_shard;
  debit.leg := 0;
  debit.account_id := treasury.id;
  debit.version := treasury.version + 1;
  debit.place := movement.place;
  debit.amount := -in_amount;
  debit.balance_after := treasury.balance - in_amount;
  debit.created_at := movement.created_at;

  credit := debit;
  credit.account_id := wallet.id;
  credit.version := wallet.version + 1;
  credit.amount := in_amount;
  credit.balance_after := wallet.balance + in_amount;

  SELECT user_salts.salt INTO salt FROM user_salts WHERE shard = in_shard AND user_id = in_user;
  digest := transaction_digest(movement, salt, entry_bytes(debit) || entry_bytes(credit));
  debit.hash := entry_hash(treasury.head_hash, digest, debit.leg, debit.amount);
  credit.hash := entry_hash(wallet.head_hash, digest, credit.leg, credit.amount);

  INSERT INTO transactions VALUES (movement.*);
  -- Both at once, because the trigger must see a whole transaction.
  INSERT INTO entries VALUES (debit.*), (credit.*);
  UPDATE accounts
  SET balance = after.balance, version = after.version, head_hash = after.hash, updated_at = movement.created_at
  FROM (VALUES (debit.account_id, debit.balance_after, debit.version, debit.hash),
               (credit.account_id, credit.balance_after, credit.version, credit.hash)
       ) AS after (id, balance, version, hash)
  WHERE accounts.shard = in_shard AND accounts.id = after.id;

  RETURN QUERY
    SELECT in_transaction, credit.balance_after::bigint, credit.version, movement.created_at::timestamptz, false;
END
$$;
