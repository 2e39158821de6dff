import type { Owner } from '@app/accounts';
import type { Queryable } from './read-transactions.js';

/** One entry with its place in the chain of its account. */
export interface ProvenEntry {
  leg: number;
  owner: Owner;
  asset: string;
  /** Signed whole minor units. */
  amount: number;
  balanceAfter: bigint;
  version: number;
  previousHash: string;
  hash: string;
  /** Whether the hash is the one that its content and the hash before it give. */
  intact: boolean;
}

/** What a transaction can be proved with: under which key of which client it happened, and its links in the chains. */
export interface TransactionProof {
  id: string;
  shard: number;
  clientId: string;
  idempotencyKey: string;
  createdAt: Date;
  entries: ProvenEntry[];
}

type Row = Omit<TransactionProof, 'entries'> & {
  entries: (Omit<ProvenEntry, 'owner' | 'balanceAfter'> & {
    kind: Owner['kind'];
    account: string;
    balanceAfter: string;
  })[];
};

/** The id does not tell the shard, so that each shard's primary key is asked. */
export async function readTransactionProof(
  database: Queryable,
  shards: readonly number[],
  id: string,
): Promise<TransactionProof | undefined> {
  const [row] = await database.query<Row[]>(
    `SELECT t.id, t.shard, t.client_id AS "clientId", t.idempotency_key AS "idempotencyKey",
            t.created_at AS "createdAt",
            (SELECT json_agg(json_build_object(
                      'leg', e.leg, 'kind', a.owner_kind, 'account', a.owner_id, 'asset', a.asset_code,
                      'amount', e.amount, 'balanceAfter', e.balance_after::text, 'version', e.version,
                      'previousHash', encode(link.previous, 'hex'), 'hash', encode(e.hash, 'hex'),
                      'intact', e.hash = entry_hash(link.previous, e, t)
                    ) ORDER BY e.leg, e.amount)
             FROM entries e
             JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
             LEFT JOIN entries before
               ON before.shard = e.shard AND before.account_id = e.account_id AND before.version = e.version - 1
             CROSS JOIN LATERAL (
               SELECT coalesce(before.hash, account_genesis_hash(a.shard, a.id, a.owner_kind, a.owner_id, a.asset_code))
                        AS previous
             ) AS link
             WHERE e.shard = t.shard AND e.transaction_id = t.id) AS entries
     FROM transactions t WHERE t.shard = ANY ($1) AND t.id = $2`,
    [shards, id],
  );
  return (
    row && {
      ...row,
      entries: row.entries.map(({ kind, account, balanceAfter, ...entry }) => ({
        ...entry,
        balanceAfter: BigInt(balanceAfter),
        owner: { kind, id: account } as Owner,
      })),
    }
  );
}
