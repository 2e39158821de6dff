import { administer } from '../../support/databases.js';
import { measureSize, totalBytes } from '../../support/size.js';

/** The tables that only grow. */
const history = ['entries', 'idempotency_keys', 'task_completions', 'transaction_operations', 'transactions'];

interface Mark {
  /** The last place of each shard. */
  heads: { shards: number[]; places: string[] };
  walBytes: number;
  historyBytes: number;
}

/** What was written since a mark. */
export interface Growth {
  transactions: number;
  commits: number;
  walBytes: number;
  historyBytes: number;
}

export async function mark(databaseUrl: string): Promise<Mark> {
  const sizes = await measureSize(databaseUrl);
  return administer(databaseUrl, async (client) => {
    const { rows } = await client.query<{ shards: number[]; places: string[]; walBytes: number }>(
      `SELECT array_agg(shard ORDER BY shard) AS shards, array_agg(last ORDER BY shard)::text[] AS places,
              pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS "walBytes"
       FROM shard_heads`,
    );
    const { shards = [], places = [], walBytes = NaN } = rows[0] ?? {};
    const historyBytes = totalBytes(sizes.filter(({ name }) => history.includes(name)));
    return { heads: { shards, places }, walBytes, historyBytes };
  });
}

/** Transactions of one commit have the same xmin. */
export async function growthSince(databaseUrl: string, since: Mark): Promise<Growth> {
  const { walBytes, historyBytes } = await mark(databaseUrl);
  return administer(databaseUrl, async (client) => {
    const { rows } = await client.query<{ transactions: number; commits: number }>(
      `SELECT count(*)::int AS transactions, count(DISTINCT written.xmin::text)::int AS commits
       FROM unnest($1::smallint[], $2::bigint[]) AS head (shard, last)
       JOIN transactions AS written ON written.shard = head.shard AND written.place > head.last`,
      [since.heads.shards, since.heads.places],
    );
    const { transactions = 0, commits = 0 } = rows[0] ?? {};
    return {
      transactions,
      commits,
      walBytes: walBytes - since.walBytes,
      historyBytes: historyBytes - since.historyBytes,
    };
  });
}
