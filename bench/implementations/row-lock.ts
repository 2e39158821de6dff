import { fileURLToPath } from 'node:url';
import { postgresOptions } from '@app/database';
import { entryHash, newTransactionId, transactionDigest } from '@app/ledger';
import pg from 'pg';
import { serveTopUps, type TopUp, type WrittenTopUp } from '../support/bare-server.js';
import {
  type ChainedEntry,
  claimKey,
  clientId,
  drawPlace,
  type Entry,
  insertTransaction,
  lockAccounts,
  type LockedAccount,
  readTransaction,
  shard,
  updateAccounts,
} from './row-lock-statements.js';

/**
 * The usual way: one database transaction per request, which locks the accounts that it changes with `FOR UPDATE`, in one sorted
 * order. It writes the same rows as the wallet under the same role, constraints and triggers. Everything else is in its favour:
 * bare Fastify, no validation, no log, no more round trips than the work needs, and the pool size with which it is fastest.
 * One shard, hence one treasury row per asset.
 */
export const rowLock = {
  name: 'row-lock',
  args: [fileURLToPath(import.meta.url)],
  env: {},
  shardCount: 1,
};

/** The same with every statement prepared, which few programs of this kind do: the best that the usual way can be. */
export const rowLockPrepared = { ...rowLock, name: 'row-lock-prepared', env: { PREPARED: 'true' } };

/** The fastest of 3, 5, 10, 20 and 40: more connections only queue for the treasury's row and hold locks that others need. */
const poolSize = Number(process.env['POOL_SIZE'] ?? 5);
const maxAttempts = 5;

/** The sorted lock order rules deadlocks out, but a program of this kind would be prepared for them. */
async function commitWithRetries(pool: pg.Pool, topUp: TopUp): Promise<WrittenTopUp | undefined> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const transaction = await writeTopUp(client, topUp);
      await client.query('COMMIT');
      return transaction;
    } catch (error) {
      await client.query('ROLLBACK');
      if ((error as pg.DatabaseError).code !== '40P01' || attempt === maxAttempts) throw error;
    } finally {
      client.release();
    }
  }
}

async function writeTopUp(client: pg.PoolClient, topUp: TopUp): Promise<WrittenTopUp | undefined> {
  const id = newTransactionId();
  const now = new Date();
  if (!(await claimKey(client, { ...topUp, id }))) return readTransaction(client, topUp);

  const { treasury, user } = await lockAccounts(client, { ...topUp, now });
  const { last: place, last_at: createdAt } = await drawPlace(client);
  const transaction = { ...topUp, id, place, createdAt };
  const debit = nextEntry(treasury, -topUp.amount, createdAt);
  const credit = nextEntry(user, topUp.amount, createdAt);
  const entries = chain({ debit, credit }, transaction, user.salt);
  await insertTransaction(client, transaction, entries);
  await updateAccounts(client, createdAt, entries);
  return { ...transaction, balance: Number(credit.balanceAfter), version: credit.version };
}

function nextEntry(account: LockedAccount, amount: number, createdAt: Date): Entry {
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

function chain(
  { debit, credit }: { debit: Entry; credit: Entry },
  { id, userId, key, place, createdAt }: TopUp & { id: string; place: string; createdAt: Date },
  salt: Buffer,
): { debit: ChainedEntry; credit: ChainedEntry } {
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
    entries: [debit, credit],
    effectsDigest: null,
  });
  const chained = (entry: Entry) => ({ ...entry, hash: entryHash(entry.previousHash, digest, entry) });
  return { debit: chained(debit), credit: chained(credit) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env['DATABASE_URL'] ?? '';
  const { extra } = postgresOptions({ url, poolSize, as: 'application', applicationName: rowLock.name });
  const pool = new pg.Pool({ ...extra, connectionString: url, application_name: rowLock.name });
  pool.on('error', (error) => {
    console.error(error);
  });
  await serveTopUps({ commit: (topUp) => commitWithRetries(pool, topUp), close: () => pool.end() });
}
