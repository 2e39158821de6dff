import type { Asking, Fact, FactStatement } from '@app/ledger';
import type { Hold } from './hold.js';
import type { HoldAsked } from './hold-asked.js';

/** A hold with the number of its latest event. */
export interface KnownHold extends Hold {
  events: number;
}

/** What is known of holds before a batch is decided. */
export interface HoldFacts {
  /** The holds that postings name, by id. */
  named: ReadonlyMap<string, KnownHold>;
  /** When the open holds of an account expire, as milliseconds since the epoch, by `accountKey`. */
  expiries: ReadonlyMap<string, readonly number[]>;
}

/** The columns of a hold, from `holds h`, `accounts a` and the authorising transaction `t`. */
export const holdColumns = `
  h.id, a.owner_id AS "userId", a.asset_code AS asset, h.amount, h.captured, h.released,
  coalesce(h.closed_as, 'open') AS status, h.expires_at AS "expiresAt", t.created_at AS "createdAt",
  h.closed_at AS "closedAt", h.events, t.reference, t.description, t.metadata`;

export interface HoldRow extends Omit<KnownHold, 'amount' | 'captured' | 'released'> {
  amount: string;
  captured: string;
  released: string;
}

type FactRow =
  (HoldRow & { expiries: null }) | { id: null; userId: string; asset: string; expiries: number[] };

/** Reads the named holds, and of each account in which one is authorised the expiries of all open holds. */
export function readHoldFacts(asking: readonly Asking<HoldAsked>[]): FactStatement {
  const named = asking.flatMap(({ shard, asked }) =>
    'holdId' in asked ? [{ shard, id: asked.holdId }] : [],
  );
  const authorised = [
    ...new Map(
      asking.flatMap((one) =>
        one.asked.action === 'authorise' ? [[accountKey(one.asked), one] as const] : [],
      ),
    ).values(),
  ];
  return {
    sql: `SELECT ${holdColumns}, NULL::float8[] AS expiries
          FROM unnest($1::smallint[], $2::uuid[]) AS named (shard, id)
          JOIN holds h ON h.shard = named.shard AND h.id = named.id AND h.shard = ANY ($6::smallint[])
          JOIN accounts a ON a.shard = h.shard AND a.id = h.account_id AND a.shard = ANY ($6::smallint[])
          JOIN transactions t ON t.shard = h.shard AND t.id = h.id AND t.shard = ANY ($6::smallint[])
          UNION ALL
          SELECT NULL, a.owner_id, a.asset_code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                 array_agg((extract(epoch FROM h.expires_at) * 1000)::float8)
          FROM unnest($3::smallint[], $4::text[], $5::text[]) AS wanted (shard, user_id, asset)
          JOIN accounts a
            ON a.shard = wanted.shard AND a.owner_kind = 'user' AND a.owner_id = wanted.user_id
              AND a.asset_code = wanted.asset AND a.shard = ANY ($6::smallint[])
          JOIN holds h
            ON h.shard = a.shard AND h.account_id = a.id AND h.closed_at IS NULL AND h.shard = ANY ($6::smallint[])
          GROUP BY a.owner_id, a.asset_code`,
    parameters: [
      named.map(({ shard }) => shard),
      named.map(({ id }) => id),
      authorised.map(({ shard }) => shard),
      authorised.map(({ userId }) => userId),
      authorised.map(({ asked }) => asked.asset),
      [...new Set(asking.map(({ shard }) => shard))],
    ],
  };
}

export function holdFactsOf(facts: readonly Fact[]): HoldFacts {
  const named = new Map<string, KnownHold>();
  const expiries = new Map<string, readonly number[]>();
  for (const row of facts as readonly unknown[] as readonly FactRow[]) {
    if (row.id === null) expiries.set(accountKey(row), row.expiries);
    else named.set(row.id, toKnownHold(row));
  }
  return { named, expiries };
}

export function accountKey({ userId, asset }: { userId: string; asset: string }): string {
  return `${asset}/${userId}`;
}

export function toKnownHold(row: HoldRow): KnownHold {
  return { ...toHold(row), events: row.events };
}

export function toHold(row: HoldRow): Hold {
  const { id, userId, asset, status, expiresAt, createdAt, closedAt, reference, description, metadata } = row;
  const [amount, captured, released] = [Number(row.amount), Number(row.captured), Number(row.released)];
  const figures = { amount, captured, released };
  return {
    id,
    userId,
    asset,
    ...figures,
    status,
    expiresAt,
    createdAt,
    closedAt,
    reference,
    description,
    metadata,
  };
}
