// The statements of one top-up of `row-lock`, in the order in which it runs them.
import { randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { TopUp, WrittenTopUp } from '../support/bare-server.js';

export const shard = 0;
export const clientId = 'bench';

const isPrepared = process.env['PREPARED'] === 'true';

export interface LockedAccount {
  id: string;
  owner_kind: 'system' | 'user';
  balance: string;
  version: string;
  head_hash: Buffer;
}

export interface Entry {
  leg: number;
  accountId: string;
  amount: number;
  version: number;
  balanceAfter: bigint;
  createdAt: Date;
  previousHash: Buffer;
}

export type ChainedEntry = Entry & { hash: Buffer };

function named(name: string): { name?: string } {
  return isPrepared ? { name } : {};
}

export async function claimKey(
  client: PoolClient,
  { userId, key, fingerprint, id }: TopUp & { id: string },
): Promise<boolean> {
  const { rowCount } = await client.query({
    ...named('claim-key'),
    text: `INSERT INTO idempotency_keys (shard, client_id, user_id, key, fingerprint, transaction_id)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    values: [shard, clientId, userId, key, fingerprint, id],
  });
  return rowCount === 1;
}

export async function lockAccounts(client: PoolClient, { userId, asset, now }: TopUp & { now: Date }) {
  const select = {
    ...named('lock-accounts'),
    text: `SELECT a.id, a.owner_kind, a.balance, a.version, a.head_hash, a.updated_at, s.salt
           FROM accounts a LEFT JOIN user_salts s ON s.shard = a.shard AND s.user_id = a.owner_id AND a.owner_kind = 'user'
           WHERE a.shard = $1 AND a.asset_code = $3
             AND (a.owner_kind, a.owner_id) IN (('system', 'treasury'), ('user', $2))
           ORDER BY a.id FOR UPDATE OF a`,
    values: [shard, userId, asset],
  };
  const lock = () => client.query<LockedAccount & { salt: Buffer }>(select);
  let { rows } = await lock();
  if (rows.length < 2) {
    await openAccounts(client, { userId, asset, now });
    ({ rows } = await lock());
  }
  const treasury = rows.find((row) => row.owner_kind === 'system');
  const user = rows.find((row) => row.owner_kind === 'user');
  if (!treasury || !user) throw new Error(`the accounts of ${userId} in ${asset} are missing`);
  return { treasury, user };
}

async function openAccounts(
  client: PoolClient,
  { userId, asset, now }: Pick<TopUp, 'userId' | 'asset'> & { now: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO user_salts (shard, user_id, salt) VALUES ($1, $2, $3) ON CONFLICT (shard, user_id) DO NOTHING`,
    [shard, userId, randomBytes(16)],
  );
  await client.query(
    `INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
     SELECT $1, id, kind, owner, $3, account_genesis_hash($1, id, kind, owner, $3), $4, $4
     FROM (SELECT gen_random_uuid() AS id, kind, owner FROM (VALUES ('system', 'treasury'), ('user', $2)) AS owners (kind, owner))
     ORDER BY kind, owner
     ON CONFLICT (shard, owner_kind, owner_id, asset_code) DO NOTHING`,
    [shard, userId, asset, now],
  );
}

export async function drawPlace(client: PoolClient): Promise<{ last: string; last_at: Date }> {
  const { rows } = await client.query<{ last: string; last_at: Date }>({
    ...named('draw-place'),
    text: `UPDATE shard_heads SET last = last + 1, last_at = greatest(last_at, ledger_now()) WHERE shard = $1
           RETURNING last, last_at`,
    values: [shard],
  });
  const [head] = rows;
  if (!head) throw new Error(`shard ${shard} has no head`);
  return head;
}

/** One statement, because the trigger on `entries` must see a whole transaction. */
export async function insertTransaction(
  client: PoolClient,
  { id, userId, key, place, createdAt }: TopUp & { id: string; place: string; createdAt: Date },
  { debit, credit }: { debit: ChainedEntry; credit: ChainedEntry },
): Promise<void> {
  await client.query({
    ...named('insert-transaction'),
    text: `WITH written AS (
             INSERT INTO transactions (shard, id, type, user_id, actor, client_id, idempotency_key, created_at, place)
             VALUES ($1, $2, 'topup', $3, 'client:' || $4, $4, $5, $6, $17)
           )
           INSERT INTO entries (shard, leg, account_id, version, place, amount, balance_after, created_at, hash)
           VALUES ($1, 0, $7, $8, $17, $9, $10, $6, $11), ($1, 0, $12, $13, $17, $14, $15, $6, $16)`,
    values: [
      shard,
      id,
      userId,
      clientId,
      key,
      createdAt,
      ...[debit, credit].flatMap((entry) => [
        entry.accountId,
        entry.version,
        entry.amount,
        entry.balanceAfter,
        entry.hash,
      ]),
      place,
    ],
  });
}

export async function updateAccounts(
  client: PoolClient,
  createdAt: Date,
  { debit, credit }: { debit: ChainedEntry; credit: ChainedEntry },
): Promise<void> {
  await client.query({
    ...named('update-accounts'),
    text: `UPDATE accounts SET balance = changed.balance, version = changed.version, head_hash = changed.hash, updated_at = $2
           FROM (VALUES ($3::uuid, $4::bigint, $5::bigint, $6::bytea), ($7, $8, $9, $10))
                AS changed (id, balance, version, hash)
           WHERE accounts.shard = $1 AND accounts.id = changed.id`,
    values: [
      shard,
      createdAt,
      ...[debit, credit].flatMap(({ accountId, balanceAfter, version, hash }) => [
        accountId,
        balanceAfter,
        version,
        hash,
      ]),
    ],
  });
}

/** The transaction behind the key; `undefined` if the key was used for another request. */
export async function readTransaction(
  client: PoolClient,
  { userId, asset, amount, key, fingerprint }: TopUp,
): Promise<WrittenTopUp | undefined> {
  const { rows } = await client.query<{
    id: string;
    created_at: Date;
    balance_after: string;
    version: string;
  }>(
    `SELECT t.id, t.created_at, e.balance_after, e.version
     FROM idempotency_keys k
     JOIN transactions t ON t.shard = k.shard AND t.id = k.transaction_id
     JOIN entries e ON e.shard = t.shard AND e.place = t.place AND e.amount > 0
     WHERE k.shard = $1 AND k.client_id = $2 AND k.user_id = $3 AND k.key = $4 AND k.fingerprint = $5`,
    [shard, clientId, userId, key, fingerprint],
  );
  const [row] = rows;
  if (!row) return undefined;
  return {
    id: row.id,
    userId,
    asset,
    amount,
    balance: Number(row.balance_after),
    version: Number(row.version),
    createdAt: row.created_at,
    replayed: true,
  };
}
