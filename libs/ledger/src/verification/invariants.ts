/**
 * One invariant of the audit. Its statement runs per shard (`$1`). A user lives in one shard, and so does a transaction, so every
 * invariant holds shard by shard.
 */
export interface Invariant {
  name: string;
  /** A query with the columns `subject text` and `bad boolean`, one row per checked item. */
  sql: string;
  /**
   * The same for the records with a place after `$2`, up to `$3`, and the accounts that they moved; earlier records count as
   * intact. Without it, an audit of what is new runs `sql`.
   */
  sqlOfPart?: string;
}

/** The entries of a part, each with the one before it and its account. */
const newEntries = `
  FROM entries e
  LEFT JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
  LEFT JOIN entries before
    ON before.shard = e.shard AND before.account_id = e.account_id AND before.version = e.version - 1
  WHERE e.shard = $1 AND e.place > $2 AND e.place <= $3`;

/** The accounts that a part moved, each with the entry that its row refers to. */
const movedAccounts = `
  FROM accounts a
  LEFT JOIN entries e ON e.shard = a.shard AND e.account_id = a.id AND e.version = a.version
  WHERE a.shard = $1
    AND a.id IN (SELECT account_id FROM entries WHERE shard = $1 AND place > $2 AND place <= $3)`;

/** The digest of each transaction of the shard, or of a part, computed from its rows; NULL if the salt is missing. */
const digests = (condition = 'true') => `
  SELECT t.place, transaction_digest(ROW(t.*)::transactions, salts.salt, found.entries) AS digest
  FROM transactions t
  JOIN (
    SELECT place, string_agg(entry_bytes(ROW(e.*)::entries), '' ORDER BY leg, amount) AS entries
    FROM entries e WHERE shard = $1 AND ${condition}
    GROUP BY place
  ) AS found ON found.place = t.place
  LEFT JOIN user_salts salts ON salts.shard = t.shard AND salts.user_id = t.user_id
  WHERE t.shard = $1`;

const genesis = `account_genesis_hash(a.shard, a.id, a.owner_kind, a.owner_id, a.asset_code)`;

const balanced = (condition: string) => `
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
    WHERE t.shard = $1 AND ${condition}
    GROUP BY t.id, t.effects_digest, a.asset_code
  ) AS transaction_in_asset
  GROUP BY subject`;

/** The ledger's invariants, which hold whatever capabilities have written. */
export const ledgerInvariants: readonly Invariant[] = [
  {
    // The entries of an account are numbered from 1 without a gap.
    name: 'versions-gapless',
    sql: `
      SELECT a.id::text AS subject,
             count(e.version) <> a.version OR coalesce(max(e.version), 0) <> a.version
               OR coalesce(min(e.version), 1) <> 1 AS bad
      FROM accounts a LEFT JOIN entries e ON e.shard = a.shard AND e.account_id = a.id
      WHERE a.shard = $1
      GROUP BY a.id, a.version`,
    sqlOfPart: `
      SELECT e.account_id || '#' || e.version AS subject,
             a.version < e.version OR (e.version <> 1 AND before.version IS NULL) AS bad
      ${newEntries}`,
  },
  {
    // The balance of an account is the sum of its entries.
    name: 'balances-equal-entries',
    sql: `
      SELECT a.id::text AS subject, a.balance <> coalesce(sum(e.amount), 0) AS bad
      FROM accounts a LEFT JOIN entries e ON e.shard = a.shard AND e.account_id = a.id
      WHERE a.shard = $1
      GROUP BY a.id, a.balance`,
    sqlOfPart: `
      SELECT a.id::text AS subject, a.balance <> e.balance_after AS bad
      ${movedAccounts}`,
  },
  {
    // Every entry continues from the previous balance, never below zero for a user and never back in time.
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
    sqlOfPart: `
      SELECT e.account_id || '#' || e.version AS subject,
             e.balance_after <> coalesce(before.balance_after, 0) + e.amount
               OR (a.owner_kind = 'user' AND e.balance_after < 0)
               OR coalesce(e.created_at < before.created_at, false) AS bad
      ${newEntries}`,
  },
  {
    // Every entry has the hash over its transaction and the previous hash. An entry without its account, transaction or salt is a
    // violation.
    name: 'hash-chain',
    sql: `
      SELECT account_id || '#' || version AS subject, hash IS DISTINCT FROM expected_hash AS bad
      FROM (
        SELECT e.account_id, e.version, e.hash,
               entry_hash(
                 lag(e.hash, 1, ${genesis})
                   OVER (PARTITION BY e.account_id ORDER BY e.version),
                 t.digest, e.leg, e.amount
               ) AS expected_hash
        FROM entries e
        LEFT JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
        LEFT JOIN (${digests()}) AS t ON t.place = e.place
        WHERE e.shard = $1
      ) AS chain`,
    sqlOfPart: `
      SELECT account_id || '#' || version AS subject,
             hash IS DISTINCT FROM entry_hash(hash_before, t.digest, leg, amount) AS bad
      FROM (
        SELECT e.*, CASE e.version WHEN 1 THEN ${genesis} ELSE before.hash END AS hash_before
        ${newEntries}
      ) AS chain
      LEFT JOIN (${digests('place > $2 AND place <= $3')}) AS t ON t.place = chain.place`,
  },
  {
    // The account holds the hash at the end of its chain, so the chain cannot be truncated unnoticed.
    name: 'hash-chain-heads',
    sql: `
      SELECT a.id::text AS subject,
             a.head_hash <> coalesce(e.hash, ${genesis}) AS bad
      FROM accounts a
      LEFT JOIN entries e ON e.shard = a.shard AND e.account_id = a.id AND e.version = a.version
      WHERE a.shard = $1`,
    sqlOfPart: `
      SELECT a.id::text AS subject, a.head_hash <> e.hash AS bad
      ${movedAccounts}`,
  },
  {
    // Every transaction sums to zero per asset and moves credits between its user and the system. One without entries has
    // effects.
    name: 'transactions-balanced',
    sql: balanced('true'),
    sqlOfPart: balanced('t.place > $2 AND t.place <= $3'),
  },
  {
    // Credits are neither created nor lost: all balances of an asset sum to zero.
    name: 'assets-balanced',
    sql: `
      SELECT asset_code || ' in shard ' || shard AS subject, sum(balance) <> 0 AS bad
      FROM accounts WHERE shard = $1
      GROUP BY shard, asset_code`,
  },
  {
    // A key that holds no refusal refers to the transaction committed under it.
    name: 'keys-point-at-transactions',
    sql: `
      SELECT k.client_id || '/' || k.user_id || '/' || k.key AS subject,
             k.refusal IS NULL AND (t.id IS NULL
               OR (t.client_id, t.user_id, t.idempotency_key) <> (k.client_id, k.user_id, k.key)) AS bad
      FROM idempotency_keys k
      LEFT JOIN transactions t ON t.shard = k.shard AND t.id = k.transaction_id
      WHERE k.shard = $1`,
    sqlOfPart: `
      SELECT t.id::text AS subject, k.refusal IS NULL AND k.transaction_id IS DISTINCT FROM t.id AS bad
      FROM transactions t
      JOIN idempotency_keys k
        ON k.shard = t.shard AND (k.client_id, k.user_id, k.key) = (t.client_id, t.user_id, t.idempotency_key)
      WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3`,
  },
  {
    // Only transactions that the service booked itself have no key.
    name: 'keyless-transactions-are-of-the-house',
    sql: `
      SELECT id::text AS subject, client_id <> '@house' AS bad
      FROM transactions WHERE shard = $1 AND idempotency_key IS NULL`,
    sqlOfPart: `
      SELECT id::text AS subject, client_id <> '@house' AS bad
      FROM transactions WHERE shard = $1 AND place > $2 AND place <= $3 AND idempotency_key IS NULL`,
  },
  {
    // Every user's accounts are in the shard where look-ups search.
    name: 'users-in-their-shard',
    sql: `
      SELECT id::text AS subject, shard <> shard_of(owner_id, shard_count) AS bad
      FROM accounts CROSS JOIN ledger_settings WHERE shard = $1 AND owner_kind = 'user'`,
    sqlOfPart: `
      SELECT a.id::text AS subject, a.shard <> shard_of(a.owner_id, shard_count) AS bad
      FROM ledger_settings CROSS JOIN accounts a
      WHERE a.shard = $1 AND a.owner_kind = 'user'
        AND a.id IN (SELECT account_id FROM entries WHERE shard = $1 AND place > $2 AND place <= $3)`,
  },
];
