import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { postgresOptions } from '../../dist/libs/database/src/connection.js';
import { entryHash, transactionDigest } from '../../dist/libs/ledger/src/chain/transaction-digest.js';
import { newTransactionId } from '../../dist/libs/ledger/src/transaction-id.js';
import { serveTopUps } from '../support/bare-server.mjs';

/**
 * The usual way: a transaction per request, which locks the accounts that it changes with `FOR UPDATE`, in one sorted
 * order. It writes the same rows as the wallet under the same role, constraints and triggers. Everything else is in its
 * favour: bare Fastify, no validation, no log, no more round trips than the work needs, and the size of pool with which
 * it is fastest. One shard, so that there is one treasury row per asset.
 */
export const rowLock = {
  name: 'row-lock',
  args: [fileURLToPath(import.meta.url)],
  env: {},
  shardCount: 1,
};

/** The same with every statement prepared, which few programs of this kind do: the best that the usual way can be. */
export const rowLockPrepared = { ...rowLock, name: 'row-lock-prepared', env: { PREPARED: 'true' } };

const shard = 0;
const clientId = 'bench';
/** The fastest of 3, 5, 10, 20 and 40: more callers at the treasury's row only wait there, and hold what others need. */
const poolSize = Number(process.env.POOL_SIZE ?? 5);
const maxAttempts = 5;
const prepared = process.env.PREPARED === 'true';

function named(name) {
  return prepared ? { name } : {};
}

/** A deadlock needs an order that differs; the sorted one leaves none, but a program of this kind would be ready. */
async function commitWithRetries(pool, topUp) {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const transaction = await writeTopUp(client, topUp);
      await client.query('COMMIT');
      return transaction;
    } catch (error) {
      await client.query('ROLLBACK');
      if (error.code !== '40P01' || attempt === maxAttempts) throw error;
    } finally {
      client.release();
    }
  }
}

async function writeTopUp(client, topUp) {
  const id = newTransactionId();
  const now = new Date();
  if (!(await claimKey(client, { ...topUp, id }))) return readTransaction(client, topUp);

  const { treasury, user } = await lockAccounts(client, { ...topUp, now });
  const { last: place, last_at: createdAt } = await drawPlace(client);
  const transaction = { ...topUp, id, place, createdAt };
  const entries = chain(
    [nextEntry(treasury, -topUp.amount, createdAt), nextEntry(user, topUp.amount, createdAt)],
    transaction,
    user.salt,
  );
  await insertTransaction(client, transaction, entries);
  await updateAccounts(client, createdAt, entries);
  return { ...transaction, balance: Number(entries[1].balanceAfter), version: entries[1].version };
}

async function claimKey(client, { userId, key, fingerprint, id }) {
  const { rowCount } = await client.query({
    ...named('claim-key'),
    text: `INSERT INTO idempotency_keys (shard, client_id, user_id, key, fingerprint, transaction_id)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    values: [shard, clientId, userId, key, fingerprint, id],
  });
  return rowCount === 1;
}

async function lockAccounts(client, { userId, asset, now }) {
  const select = {
    ...named('lock-accounts'),
    text: `SELECT a.id, a.owner_kind, a.balance, a.version, a.head_hash, a.updated_at, s.salt
           FROM accounts a LEFT JOIN user_salts s ON s.shard = a.shard AND s.user_id = a.owner_id AND a.owner_kind = 'user'
           WHERE a.shard = $1 AND a.asset_code = $3
             AND (a.owner_kind, a.owner_id) IN (('system', 'treasury'), ('user', $2))
           ORDER BY a.id FOR UPDATE OF a`,
    values: [shard, userId, asset],
  };
  let { rows } = await client.query(select);
  if (rows.length < 2) {
    await openAccounts(client, { userId, asset, now });
    ({ rows } = await client.query(select));
  }
  return {
    treasury: rows.find((row) => row.owner_kind === 'system'),
    user: rows.find((row) => row.owner_kind === 'user'),
  };
}

async function openAccounts(client, { userId, asset, now }) {
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

async function drawPlace(client) {
  const { rows } = await client.query({
    ...named('draw-place'),
    text: `UPDATE shard_heads SET last = last + 1, last_at = greatest(last_at, ledger_now()) WHERE shard = $1
           RETURNING last, last_at`,
    values: [shard],
  });
  return rows[0];
}

function nextEntry(account, amount, createdAt) {
  return {
    leg: 0,
    accountId: account.id,
    amount,
    version: Number(account.version) + 1,
    balanceAfter: BigInt(account.balance) + BigInt(amount),
    createdAt,
    previousHash: account.head_hash,
  };
}

function chain(entries, { id, userId, key, place, createdAt }, salt) {
  const digest = transactionDigest({
    shard,
    place: Number(place),
    id,
    createdAt,
    salt,
    texts: {
      type: 'topup',
      userId,
      actor: `client:${clientId}`,
      reference: null,
      description: null,
      clientId,
      idempotencyKey: key,
      metadata: '{}',
    },
    entries,
    effectsDigest: null,
  });
  return entries.map((entry) => ({ ...entry, hash: entryHash(entry.previousHash, digest, entry) }));
}

/** One statement, because the trigger on `entries` wants to see a transaction whole. */
async function insertTransaction(client, { id, userId, key, place, createdAt }, [debit, credit]) {
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
      ...entryColumns(debit),
      ...entryColumns(credit),
      place,
    ],
  });
}

function entryColumns({ accountId, version, amount, balanceAfter, hash }) {
  return [accountId, version, amount, balanceAfter, hash];
}

async function updateAccounts(client, createdAt, [debit, credit]) {
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

/** What the key holds; `undefined` if it was used for another request. */
async function readTransaction(client, { userId, asset, amount, key, fingerprint }) {
  const { rows } = await client.query(
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.DATABASE_URL;
  const { extra } = postgresOptions({ url, poolSize, as: 'application', applicationName: rowLock.name });
  const pool = new pg.Pool({ ...extra, connectionString: url, application_name: rowLock.name });
  pool.on('error', (error) => console.error(error));
  await serveTopUps({ commit: (topUp) => commitWithRetries(pool, topUp), close: () => pool.end() });
}
