/** SQL of rows in the shard of alice, for a transaction that does not exist yet. */
export const transactionId = '01900000-0000-7000-8000-000000000001';

export const bytes32 = `decode(repeat('ab', 32), 'hex')`;

export const ofOwner = (owner: string) =>
  `shard = wallet_shard('alice') AND owner_id = '${owner}' AND asset_code = 'GOLD'`;

export const transaction = ({ user = 'alice', actor = 'client:x' } = {}) => `
  INSERT INTO transactions (shard, id, type, user_id, actor, client_id, idempotency_key, created_at, place)
  VALUES (wallet_shard('alice'), '${transactionId}', 'topup', '${user}', '${actor}', 'x', 'x', now(), 1000);`;

interface Side {
  owner: string;
  asset?: string;
  amount: number;
  /** Otherwise the entry continues its account. */
  version?: number;
  leg?: number;
}

/** The entries of the transaction, one leg each unless said otherwise. */
export const entries = (sides: Side[]) => `
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
  JOIN transactions t ON t.shard = a.shard AND t.id = '${transactionId}';`;

export const balanced: Side[] = [
  { owner: 'alice', amount: 5 },
  { owner: 'treasury', amount: -5 },
];

/** First moves bob's account into alice's shard: a transaction between users of different shards fails earlier. */
export const withBobInTheSameShard = `
  INSERT INTO user_salts (shard, user_id, salt) VALUES (wallet_shard('alice'), 'bob', uuid_send(gen_random_uuid()))
  ON CONFLICT DO NOTHING;
  INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
  SELECT shard, id, 'user', 'bob', 'GOLD', account_genesis_hash(shard, id, 'user', 'bob', 'GOLD'), now(), now()
  FROM wallet_shard('alice') AS shard, gen_random_uuid() AS id;`;
