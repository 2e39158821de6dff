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

export const invariants: readonly Invariant[] = [
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
    // Every transaction sums to zero per asset and moves credits between its own user and the system.
    name: 'transactions-balanced',
    sql: `
      SELECT subject, bool_or(bad) AS bad
      FROM (
        SELECT t.id::text AS subject,
               coalesce(sum(e.amount), 1) <> 0
                 OR count(*) FILTER (WHERE a.owner_kind = 'user' AND a.owner_id = t.user_id) = 0
                 OR count(*) FILTER (WHERE a.owner_kind = 'user' AND a.owner_id <> t.user_id) > 0 AS bad
        FROM transactions t
        LEFT JOIN entries e ON e.shard = t.shard AND e.place = t.place
        LEFT JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
        WHERE t.shard = $1
        GROUP BY t.id, a.asset_code
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
    // Everything that a shard records has a place there, counted from 1 without a gap up to the head, and times do not go back.
    name: 'places-gapless',
    sql: `
      WITH recorded AS (
        SELECT place, created_at FROM transactions WHERE shard = $1
        UNION ALL SELECT place, created_at FROM users WHERE shard = $1
        UNION ALL SELECT place, created_at FROM wallet_freezes WHERE shard = $1
      )
      SELECT 'shard ' || shard AS subject,
             last <> count(place) OR last_at <> coalesce(max(created_at), last_at) AS bad
      FROM shard_heads LEFT JOIN recorded ON true
      WHERE shard = $1
      GROUP BY shard, last, last_at
      UNION ALL
      SELECT 'place ' || place, place <> number OR coalesce(created_at < created_before, false)
      FROM (
        SELECT place, created_at, row_number() OVER shard AS number, lag(created_at) OVER shard AS created_before
        FROM recorded WINDOW shard AS (ORDER BY place)
      ) AS places`,
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
    // Whoever completed a task has the transaction that rewarded exactly that. That nobody completed one twice in its
    // period is what the primary key says.
    name: 'completions-point-at-rewards',
    sql: `
      SELECT c.user_id || '/' || c.task_code || '/' || c.period AS subject,
             (t.user_id, t.type, t.metadata #>> '{task,task}', t.metadata #>> '{task,period}')
               IS DISTINCT FROM (c.user_id, 'reward', c.task_code, c.period) AS bad
      FROM task_completions c
      LEFT JOIN transactions t ON t.shard = c.shard AND t.id = c.transaction_id
      WHERE c.shard = $1`,
  },
  {
    // And whoever was rewarded for a period has completed it, so that no reward can be had a second time.
    name: 'rewards-are-completions',
    sql: `
      SELECT t.id::text AS subject, c.transaction_id IS DISTINCT FROM t.id AS bad
      FROM transactions t
      LEFT JOIN task_completions c ON c.shard = t.shard AND c.user_id = t.user_id
        AND c.task_code = t.metadata #>> '{task,task}' AND c.period = t.metadata #>> '{task,period}'
      WHERE t.shard = $1 AND t.type = 'reward' AND t.metadata #>> '{task,period}' IS NOT NULL`,
  },
  {
    // A user has one place, where every lookup goes.
    name: 'users-in-their-shard',
    sql: `
      SELECT id::text AS subject, shard <> wallet_shard(owner_id) AS bad
      FROM accounts WHERE shard = $1 AND owner_kind = 'user'`,
  },
  {
    // A wallet is frozen as a whole, since the moment that its history says, or not at all.
    name: 'wallets-frozen-as-a-whole',
    sql: `
      SELECT a.owner_id AS subject, bool_or(a.frozen_at IS DISTINCT FROM latest.frozen_at) AS bad
      FROM accounts a
      LEFT JOIN (
        SELECT DISTINCT ON (user_id) user_id, CASE action WHEN 'freeze' THEN created_at END AS frozen_at
        FROM wallet_freezes WHERE shard = $1
        ORDER BY user_id, number DESC
      ) AS latest ON latest.user_id = a.owner_id
      WHERE a.shard = $1 AND a.owner_kind = 'user'
      GROUP BY a.owner_id`,
  },
  {
    // The history of a wallet counts its freezes and releases from 1 without a gap, and they take turns.
    name: 'freezes-take-turns',
    sql: `
      SELECT user_id || '#' || number AS subject,
             number <> place OR action <> CASE place % 2 WHEN 1 THEN 'freeze' ELSE 'unfreeze' END
               OR coalesce(created_at < created_before, false) AS bad
      FROM (
        SELECT user_id, number, action, created_at, row_number() OVER wallet AS place,
               lag(created_at) OVER wallet AS created_before
        FROM wallet_freezes WHERE shard = $1
        WINDOW wallet AS (PARTITION BY user_id ORDER BY number)
      ) AS changes`,
  },
];
