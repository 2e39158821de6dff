import type { EntityManager } from 'typeorm';

/** The columns of an account that its entries determine. `null` only if the row was forged. */
export interface Projection {
  balance: string;
  version: string;
  headHash: string;
  updatedAt: string;
}

/** An account whose row and entries disagree within one snapshot. */
export interface DifferingAccount {
  shard: number;
  id: string;
  ownerKind: string;
  ownerId: string;
  asset: string;
  stored: Projection;
  recomputed: Projection;
}

interface Row extends Omit<DifferingAccount, 'shard'> {
  differs: boolean;
}

/** The number of accounts read at a time, which bounds the memory. */
const pageSize = 500;

/**
 * The accounts of a shard whose row differs from its entries, page by page. Each page is read by the primary keys of accounts and
 * entries. An account without entries must be as it was opened.
 */
export async function* differingAccounts(
  manager: EntityManager,
  shard: number,
): AsyncGenerator<DifferingAccount[]> {
  let after: string | null = null;
  do {
    const rows: Row[] = await manager.query<Row[]>(
      `WITH page AS (
         SELECT * FROM accounts WHERE shard = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3
       ), projected AS (
         SELECT a.*, coalesce(total.balance, 0) AS true_balance, total.version AS true_version,
                coalesce(last.hash, account_genesis_hash(a.shard, a.id, a.owner_kind, a.owner_id, a.asset_code))
                  AS true_head,
                coalesce(last.created_at, a.created_at) AS true_time
         FROM page a
         CROSS JOIN LATERAL (
           SELECT sum(amount) AS balance, count(*) AS version FROM entries
           WHERE shard = $1 AND account_id = a.id
         ) AS total
         LEFT JOIN LATERAL (
           SELECT hash, created_at FROM entries
           WHERE shard = $1 AND account_id = a.id ORDER BY version DESC LIMIT 1
         ) AS last ON true
       )
       SELECT id, owner_kind AS "ownerKind", owner_id AS "ownerId", asset_code AS asset,
              ${asProjection('balance', 'version', 'head_hash', 'updated_at')} AS stored,
              ${asProjection('true_balance', 'true_version', 'true_head', 'true_time')} AS recomputed,
              (balance, version, head_hash, updated_at)
                IS DISTINCT FROM (true_balance, true_version, true_head, true_time) AS differs
       FROM projected ORDER BY id`,
      [shard, after, pageSize],
    );
    const differing = rows.filter(({ differs }) => differs);
    if (differing.length > 0)
      yield differing.map(({ differs: _differs, ...account }) => ({ shard, ...account }));
    after = rows.length === pageSize ? (rows.at(-1)?.id ?? null) : null;
  } while (after !== null);
}

/** As text: a number could be rounded. */
function asProjection(balance: string, version: string, head: string, time: string): string {
  return `json_build_object('balance', ${balance}::text, 'version', ${version}::text,
                            'headHash', encode(${head}, 'hex'), 'updatedAt', ${time}::text)`;
}
