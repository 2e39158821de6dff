import { digestOf } from '../chain/digest-sql.js';
import type { Owner } from '@app/accounts';
import { type Actor, actorOf } from '../actor.js';
import type { Queryable } from './read-transactions.js';

/** An entry with its link in the chain of its account. */
export interface ProvenEntry {
  leg: number;
  accountId: string;
  owner: Owner;
  asset: string;
  /** Signed whole minor units. */
  amount: number;
  balanceAfter: bigint;
  version: number;
  createdAt: Date;
  previousHash: string;
  hash: string;
  /** Whether the stored hash equals the one computed from the entry and the previous hash. */
  intact: boolean;
}

/** Everything the hashes of a transaction cover, in the form of docs/hash-format.md. Bytes are hexadecimal. */
export interface TransactionProof {
  id: string;
  shard: number;
  place: number;
  createdAt: Date;
  salt: string;
  type: string;
  userId: string;
  actor: Actor;
  reference: string | null;
  description: string | null;
  clientId: string;
  idempotencyKey: string;
  /** Canonical JSON. */
  metadata: string;
  effectsDigest: string | null;
  entries: ProvenEntry[];
}

type Row = Omit<TransactionProof, 'place' | 'actor' | 'entries'> & {
  place: string;
  actor: string;
  entries: (Omit<ProvenEntry, 'owner' | 'balanceAfter' | 'createdAt'> & {
    kind: Owner['kind'];
    account: string;
    balanceAfter: string;
    createdAtMs: number;
  })[];
};

/** The id does not reveal the shard, so the index of each of these shards is searched. They are placed together. */
export async function readTransactionProof(
  database: Queryable,
  shards: readonly number[],
  id: string,
): Promise<TransactionProof | undefined> {
  const [row] = await database.query<Row[]>(
    `SELECT t.id, t.shard, t.place, t.created_at AS "createdAt", encode(salts.salt, 'hex') AS salt, t.type,
            t.user_id AS "userId", t.actor, t.reference, t.description, t.client_id AS "clientId",
            t.idempotency_key AS "idempotencyKey", t.metadata::text AS metadata,
            encode(t.effects_digest, 'hex') AS "effectsDigest",
            (SELECT json_agg(json_build_object(
                      'leg', e.leg, 'accountId', e.account_id, 'kind', a.owner_kind, 'account', a.owner_id,
                      'asset', a.asset_code, 'amount', e.amount, 'balanceAfter', e.balance_after::text,
                      'version', e.version, 'createdAtMs', extract(epoch FROM e.created_at) * 1000,
                      'previousHash', encode(link.previous, 'hex'), 'hash', encode(e.hash, 'hex'),
                      'intact', e.hash IS NOT DISTINCT FROM entry_hash(link.previous, ${digestOf('t', '= ANY ($1)')}, e.leg, e.amount)
                    ) ORDER BY e.leg, e.amount)
             FROM entries e
             JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
             LEFT JOIN entries before
               ON before.shard = e.shard AND before.account_id = e.account_id AND before.version = e.version - 1
                  AND before.shard = ANY ($1)
             CROSS JOIN LATERAL (
               SELECT coalesce(before.hash, account_genesis_hash(a.shard, a.id, a.owner_kind, a.owner_id, a.asset_code))
                        AS previous
             ) AS link
             WHERE e.shard = t.shard AND e.place = t.place AND e.shard = ANY ($1) AND a.shard = ANY ($1)) AS entries
     FROM transactions t
     LEFT JOIN user_salts salts ON salts.shard = t.shard AND salts.user_id = t.user_id AND salts.shard = ANY ($1)
     WHERE t.shard = ANY ($1) AND t.id = $2`,
    [shards, id],
  );
  return (
    row && {
      ...row,
      place: Number(row.place),
      actor: actorOf(row.actor),
      entries: row.entries.map(({ kind, account, balanceAfter, createdAtMs, ...entry }) => ({
        ...entry,
        balanceAfter: BigInt(balanceAfter),
        createdAt: new Date(createdAtMs),
        owner: { kind, id: account },
      })),
    }
  );
}
