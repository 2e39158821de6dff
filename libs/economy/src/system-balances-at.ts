import type { EntityManager } from 'typeorm';

export interface SystemBalance {
  account: string;
  asset: string;
  /** Signed whole minor units; negative if users received more than they returned. */
  balance: bigint;
}

/** A system account's balance in one asset at an instant: the sum of its stripes. */
export interface SystemBalanceAt extends SystemBalance {
  /** The number of entries of the account. */
  entries: number;
}

type Row = { instant: Date; account: string; asset: string } & Record<'balance' | 'entries', string>;

/**
 * The balances of the system accounts just before each instant. Bisects each stripe by version: versions have no gaps, and times
 * never decrease along them. Among a million entries, some twenty primary key look-ups find the last one before the instant.
 * Entries between two instants are never read, however many there are.
 */
export async function readSystemBalancesAt(
  manager: EntityManager,
  { groups, instants }: { groups: readonly (readonly number[])[]; instants: readonly Date[] },
): Promise<Map<number, SystemBalanceAt[]>> {
  const balances = new Map<number, SystemBalanceAt[]>(instants.map((instant) => [instant.getTime(), []]));
  if (instants.length === 0) return balances;
  const rows: Row[] = [];
  for (const shards of groups) rows.push(...(await readGroupAt(manager, shards, instants)));
  for (const { instant, ...row } of rows) balances.get(instant.getTime())?.push(toBalance(row));
  for (const [instant, ofGroups] of balances) balances.set(instant, added(ofGroups));
  return balances;
}

function readGroupAt(
  manager: EntityManager,
  shards: readonly number[],
  instants: readonly Date[],
): Promise<Row[]> {
  return manager.query<Row[]>(
    `WITH RECURSIVE bisection (instant, shard, account_id, account, asset, low, high) AS (
       SELECT instants.instant, a.shard, a.id, a.owner_id, a.asset_code, 0::bigint, a.version
       FROM accounts a CROSS JOIN unnest($2::timestamptz[]) AS instants (instant)
       WHERE a.shard = ANY ($1) AND a.owner_kind = 'system' AND a.version > 0
       UNION ALL
       SELECT b.instant, b.shard, b.account_id, b.account, b.asset,
              CASE WHEN middle.created_at < b.instant THEN middle.version ELSE b.low END,
              CASE WHEN middle.created_at < b.instant THEN b.high ELSE middle.version - 1 END
       FROM bisection b
       CROSS JOIN LATERAL (
         SELECT e.version, e.created_at FROM entries e
         WHERE e.shard = ANY ($1) AND e.shard = b.shard AND e.account_id = b.account_id AND e.version = (b.low + b.high + 1) / 2
       ) AS middle
       WHERE b.low < b.high
     )
     SELECT b.instant, b.account, b.asset, sum(last.balance_after) AS balance, sum(b.low) AS entries
     FROM bisection b
     CROSS JOIN LATERAL (
       SELECT e.balance_after FROM entries e
       WHERE e.shard = ANY ($1) AND e.shard = b.shard AND e.account_id = b.account_id AND e.version = b.low
     ) AS last
     WHERE b.low = b.high
     GROUP BY b.instant, b.account, b.asset`,
    [shards, instants.map((instant) => instant.toISOString())],
  );
}

/** The current balances of the system accounts, read from the stripes without any entry. */
export async function readSystemBalancesNow(
  manager: EntityManager,
  groups: readonly (readonly number[])[],
): Promise<SystemBalanceAt[]> {
  const balances: SystemBalanceAt[] = [];
  for (const shards of groups) balances.push(...(await readGroupNow(manager, shards)));
  return added(balances);
}

async function readGroupNow(manager: EntityManager, shards: readonly number[]): Promise<SystemBalanceAt[]> {
  const rows = await manager.query<Omit<Row, 'instant'>[]>(
    `SELECT owner_id AS account, asset_code AS asset, sum(balance) AS balance, sum(version) AS entries
     FROM accounts WHERE shard = ANY ($1) AND owner_kind = 'system'
     GROUP BY owner_id, asset_code`,
    [shards],
  );
  return rows.map(toBalance);
}

function toBalance({ account, asset, balance, entries }: Omit<Row, 'instant'>): SystemBalanceAt {
  return { account, asset, balance: BigInt(balance), entries: Number(entries) };
}

/** One balance per account and asset. */
function added(balances: readonly SystemBalanceAt[]): SystemBalanceAt[] {
  const sums = new Map<string, SystemBalanceAt>();
  for (const one of balances) {
    const key = `${one.account}\n${one.asset}`;
    const sum = sums.get(key);
    sums.set(
      key,
      sum ? { ...one, balance: sum.balance + one.balance, entries: sum.entries + one.entries } : one,
    );
  }
  return [...sums.values()];
}
