import type { Claiming, FactStatement, Reserving } from '@app/ledger';
import { type ClaimedPayment, paymentKey } from './payment.js';

/** Inserts a row for each payment that has no owner, sorted: payments that cross in two batches cannot deadlock. */
export function reservePayments(
  reserving: readonly Reserving<ClaimedPayment>[],
  { alone }: { alone: boolean },
): FactStatement {
  const named = [
    reserving.map(({ asked }) => asked.payment.provider),
    reserving.map(({ asked }) => asked.payment.id),
    reserving.map(({ userId }) => userId),
  ];
  if (alone) {
    return {
      sql: `INSERT INTO payment_owners (provider, id, user_id)
            SELECT provider, id, user_id
            FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted (provider, id, user_id)
            ORDER BY provider COLLATE "C", id COLLATE "C"
            ON CONFLICT DO NOTHING`,
      parameters: named,
    };
  }
  const shards = reserving.map(({ shard }) => shard);
  return {
    // A key that was used before has the id of another transaction, or none: a replay reserves nothing.
    sql: `INSERT INTO payment_owners (provider, id, user_id)
          SELECT wanted.provider, wanted.id, wanted.user_id
          FROM unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::text[], $6::text[], $7::uuid[])
               AS wanted (provider, id, user_id, shard, client_id, key, transaction_id)
          JOIN idempotency_keys keys
            ON keys.shard = wanted.shard AND keys.shard = ANY ($8::smallint[]) AND keys.client_id = wanted.client_id
              AND keys.user_id = wanted.user_id AND keys.key = wanted.key
              AND keys.transaction_id = wanted.transaction_id
          ORDER BY wanted.provider COLLATE "C", wanted.id COLLATE "C"
          ON CONFLICT DO NOTHING`,
    parameters: [
      ...named,
      shards,
      reserving.map(({ clientId }) => clientId),
      reserving.map(({ key }) => key),
      reserving.map(({ transactionId }) => transactionId),
      [...new Set(shards)],
    ],
  };
}

/**
 * Gives this transaction's reservations to the users whose postings were accepted, and deletes those without one. `undefined` if
 * each payment was claimed by one user and credited, as almost always.
 */
export function settlePayments(
  claiming: readonly Claiming<ClaimedPayment>[],
  isAccepted: (transactionId: string) => boolean,
): FactStatement | undefined {
  const payments = new Map<
    string,
    { provider: string; id: string; users: Set<string>; owner: string | null }
  >();
  for (const { userId, transactionId, asked } of claiming) {
    const { provider, id } = asked.payment;
    const key = paymentKey({ provider, id });
    const known = payments.get(key) ?? { provider, id, users: new Set(), owner: null };
    known.users.add(userId);
    if (isAccepted(transactionId)) known.owner = userId;
    payments.set(key, known);
  }
  const open = [...payments.values()].filter(({ users, owner }) => owner === null || users.size > 1);
  if (open.length === 0) return undefined;
  return {
    sql: `WITH settled AS (
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS settled (provider, id, owner)
          ), ended AS (
            DELETE FROM payment_owners USING settled
            WHERE payment_owners.provider = settled.provider AND payment_owners.id = settled.id
              AND settled.owner IS NULL AND payment_owners.xmin = pg_current_xact_id()::xid
          )
          UPDATE payment_owners SET user_id = settled.owner
          FROM settled
          WHERE payment_owners.provider = settled.provider AND payment_owners.id = settled.id
            AND payment_owners.user_id <> settled.owner AND payment_owners.xmin = pg_current_xact_id()::xid`,
    parameters: [
      open.map(({ provider }) => provider),
      open.map(({ id }) => id),
      open.map(({ owner }) => owner),
    ],
  };
}
