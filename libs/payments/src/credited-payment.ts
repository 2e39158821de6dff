import type { Effect, EffectKind } from '@app/ledger';
import type { Payment } from './payment.js';

const name = 'payment';

/** The effect that records a payment with the transaction that credits it. */
export function creditedPayment(data: Payment): Effect<Payment> {
  return { kind: name, data };
}

interface Row {
  transactionId: string;
  provider: string;
  id: string;
  environment: Payment['environment'];
  productId: string | null;
  purchasedAt: string | null;
}

const digest = `sha256(hash_text('${name}') || hash_text(p.provider) || hash_text(p.id) || hash_text(p.environment)
                       || hash_text(p.product_id) || hash_text(p.purchased_at))`;

export const creditedPayments: EffectKind<Payment> = {
  name,
  texts: ({ provider, id, environment, productId, purchasedAt }) => {
    return [provider, id, environment, productId ?? null, purchasedAt ?? null];
  },

  /** A duplicate is a defect: the primary key fails the posting. */
  write: (queryRunner, effects) => {
    const shards = effects.map(({ shard }) => shard);
    return queryRunner.query(
      `INSERT INTO payments (shard, provider, id, user_id, transaction_id, environment, product_id, purchased_at)
       SELECT shards.shard, provider, id, user_id, transaction_id, environment, product_id, purchased_at
       FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[])
            AS paid (shard, provider, id, user_id, transaction_id, environment, product_id, purchased_at)
       JOIN shards ON shards.shard = paid.shard AND shards.shard = ANY ($9::smallint[])`,
      [
        shards,
        effects.map(({ data }) => data.provider),
        effects.map(({ data }) => data.id),
        effects.map(({ userId }) => userId),
        effects.map(({ transactionId }) => transactionId),
        effects.map(({ data }) => data.environment),
        effects.map(({ data }) => data.productId ?? null),
        effects.map(({ data }) => data.purchasedAt ?? null),
        [...new Set(shards)],
      ],
    );
  },

  shownAs: {
    read: async (database, shards, ids) => {
      const rows = await database.query<Row[]>(
        `SELECT transaction_id AS "transactionId", provider, id, environment, product_id AS "productId",
                purchased_at AS "purchasedAt"
         FROM payments WHERE shard = ANY ($1) AND transaction_id = ANY ($2)`,
        [shards, ids],
      );
      return rows.map((row) => ({ transactionId: row.transactionId, data: paymentOf(row) }));
    },
    members: ([payment]) => (payment ? { payment: inOrder(payment) } : {}),
  },

  invariant: {
    // A payment has the user and the digest of the transaction that credited it, and each digest has its payment.
    name: 'payments-point-at-transactions',
    sql: `
      SELECT coalesce(p.provider || '/' || p.id, t.id::text) AS subject,
             p.user_id IS DISTINCT FROM t.user_id
               OR effect_digest(t.effects_digest, '${name}') IS DISTINCT FROM ${digest} AS bad
      FROM (
        SELECT * FROM transactions WHERE shard = $1 AND effect_digest(effects_digest, '${name}') IS NOT NULL
      ) AS t
      FULL JOIN (SELECT * FROM payments WHERE shard = $1) AS p ON p.transaction_id = t.id`,
    sqlOfPart: `
      SELECT t.id::text AS subject,
             p.user_id IS DISTINCT FROM t.user_id
               OR effect_digest(t.effects_digest, '${name}') IS DISTINCT FROM ${digest} AS bad
      FROM transactions t
      LEFT JOIN payments p ON p.shard = t.shard AND p.transaction_id = t.id
      WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3
        AND (effect_digest(t.effects_digest, '${name}') IS NOT NULL OR p.id IS NOT NULL)`,
  },
};

function paymentOf({
  provider,
  id,
  environment,
  productId,
  purchasedAt,
}: Omit<Row, 'transactionId'>): Payment {
  return {
    provider,
    id,
    environment,
    ...(productId !== null && { productId }),
    ...(purchasedAt !== null && { purchasedAt }),
  };
}

/** The order of its members in answers, whatever that of the request. */
function inOrder({ provider, id, environment, productId, purchasedAt }: Payment): Payment {
  return paymentOf({
    provider,
    id,
    environment,
    productId: productId ?? null,
    purchasedAt: purchasedAt ?? null,
  });
}
