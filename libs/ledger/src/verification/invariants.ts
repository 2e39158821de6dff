/**
 * The audit, one statement per invariant. Each is run for one shard ($1) and gives how many things it `checked`, and
 * which of them break the invariant (`subject`, `bad`). A user lives in one shard and so does a transaction, so that every
 * invariant holds shard by shard.
 */
export interface Invariant {
  name: string;
  /** A query with the columns `subject text` and `bad boolean`, one row for each thing that is checked. */
  sql: string;
}

/** The digest of each transaction of the shard, from its rows; those that lack a salt have none. */
const digests = `
  SELECT t.place, transaction_digest(t, salts.salt, found.entries) AS digest
  FROM transactions t
  JOIN (
    SELECT place, string_agg(entry_bytes(e), '' ORDER BY leg, amount) AS entries
    FROM entries e WHERE shard = $1
    GROUP BY place
  ) AS found ON found.place = t.place
  LEFT JOIN user_salts salts ON salts.shard = t.shard AND salts.user_id = t.user_id
  WHERE t.shard = $1`;

/** The invariants of the ledger itself. They hold whatever capabilities have written. */
export const ledgerInvariants: readonly Invariant[] = [
  {
    // Every account counts its entries from 1 without a gap.
    name: 'versions-gapless',
    sql: `
      SELECT a.id::text AS subject,
             count(e.version) <> a.version OR coalesce(max(e.version), 0) <> a.version
               OR coalesce(min(e.version), 1) <> 1 AS bad
      FROM accounts a LEFT JOIN entries e ON e.shard = a.shard AND e.account_id = a.id
      WHERE a.shard = $1
      GROUP BY a.id, a.version`,
  },
  {
    // The balance of an account is the sum of its entries.
    name: 'balances-equal-entries',
    sql: `
      SELECT a.id::text AS subject, a.balance <> coalesce(sum(e.amount), 0) AS bad
      FROM accounts a LEFT JOIN entries e ON e.shard = a.shard AND e.account_id = a.id
      WHERE a.shard = $1
      GROUP BY a.id, a.balance`,
  },
  {
    // Every entry leads from the balance before it to the balance after it, never below zero for a user, and never
    // back in time.
    name: 'entries-consecutive',
    sql: `
      SELECT account_id || '#' || version AS subject,
             balance_after <> coalesce(balance_before, 0) + amount
               OR (owner_kind = 'user' AND balance_after < 0)
               OR coalesce(created_at < created_before, false) AS bad
      FROM (
        SELECT e.account_id, e.version, e.amount, e.balance_after, e.created_at, a.owner_kind,
               lag(e.balance_after) OVER account AS balance_before, lag(e.created_at) OVER account AS created_before
        FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
        WHERE e.shard = $1
        WINDOW account AS (PARTITION BY e.account_id ORDER BY e.version)
      ) AS consecutive`,
  },
  {
    // Every entry carries the hash over its transaction and the hash before it. One whose account, transaction or salt is gone
    // has nothing that its hash could be right for.
    name: 'hash-chain',
    sql: `
      SELECT account_id || '#' || version AS subject, hash IS DISTINCT FROM expected_hash AS bad
      FROM (
        SELECT e.account_id, e.version, e.hash,
               entry_hash(
                 lag(e.hash, 1, account_genesis_hash(a.shard, a.id, a.owner_kind, a.owner_id, a.asset_code))
                   OVER (PARTITION BY e.account_id ORDER BY e.version),
                 t.digest, e.leg, e.amount
               ) AS expected_hash
        FROM entries e
        LEFT JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
        LEFT JOIN (${digests}) AS t ON t.place = e.place
        WHERE e.shard = $1
      ) AS chain`,
  },
  {
    // The account points at the end of its chain, so that a chain cannot be cut short.
    name: 'hash-chain-heads',
    sql: `
      SELECT a.id::text AS subject,
             a.head_hash <> coalesce(
               e.hash, account_genesis_hash(a.shard, a.id, a.owner_kind, a.owner_id, a.asset_code)
             ) AS bad
      FROM accounts a
      LEFT JOIN entries e ON e.shard = a.shard AND e.account_id = a.id AND e.version = a.version
      WHERE a.shard = $1`,
  },
  {
    // Every transaction sums to zero per asset and moves credits between its own user and the system. One without entries has effects.
    name: 'transactions-balanced',
    sql: `
      SELECT subject, bool_or(bad) AS bad
      FROM (
        SELECT t.id::text AS subject,
               CASE WHEN count(e.place) = 0 THEN t.effects_digest IS NULL
                    ELSE sum(e.amount) <> 0
                      OR count(*) FILTER (WHERE a.owner_kind = 'user' AND a.owner_id = t.user_id) = 0
                      OR count(*) FILTER (WHERE a.owner_kind = 'user' AND a.owner_id <> t.user_id) > 0
               END AS bad
        FROM transactions t
        LEFT JOIN entries e ON e.shard = t.shard AND e.place = t.place
        LEFT JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
        WHERE t.shard = $1
        GROUP BY t.id, t.effects_digest, a.asset_code
      ) AS transaction_in_asset
      GROUP BY subject`,
  },
  {
    // Nothing is created and nothing is lost: all balances of an asset sum to zero.
    name: 'assets-balanced',
    sql: `
      SELECT asset_code || ' in shard ' || shard AS subject, sum(balance) <> 0 AS bad
      FROM accounts WHERE shard = $1
      GROUP BY shard, asset_code`,
  },
  {
    // A key that says "done" points at the transaction that was done under it.
    name: 'keys-point-at-transactions',
    sql: `
      SELECT k.client_id || '/' || k.user_id || '/' || k.key AS subject,
             k.refusal IS NULL AND (t.id IS NULL
               OR (t.client_id, t.user_id, t.idempotency_key) <> (k.client_id, k.user_id, k.key)) AS bad
      FROM idempotency_keys k
      LEFT JOIN transactions t ON t.shard = k.shard AND t.id = k.transaction_id
      WHERE k.shard = $1`,
  },
  {
    // Only what the house booked itself has no key.
    name: 'keyless-transactions-are-of-the-house',
    sql: `
      SELECT id::text AS subject, client_id <> '@house' AS bad
      FROM transactions WHERE shard = $1 AND idempotency_key IS NULL`,
  },
  {
    // A user has one place, where every lookup goes.
    name: 'users-in-their-shard',
    sql: `
      SELECT id::text AS subject, shard <> wallet_shard(owner_id) AS bad
      FROM accounts WHERE shard = $1 AND owner_kind = 'user'`,
  },
];
