import type { Claiming, Fact, FactStatement } from '@app/ledger';
import { joinTesters } from '@app/users';
import { type ClaimedPayment, paymentKey } from './payment.js';

/** What is known of a payment that a user claims. */
export interface PaymentFact extends Fact {
  provider: string;
  id: string;
  userId: string;
  /** Whose it is; `null` if it is reserved for none. */
  owner: string | null;
  /** Whether this transaction has reserved it. */
  reserved: boolean | null;
  /** The transaction that credited it to this user. */
  transactionId: string | null;
  tester: boolean | null;
}

/**
 * Reads who has the payments. The head of the user's shard is locked by then, so the statement sees every payment credited there.
 * A preview has no transaction id, and has reserved nothing.
 */
export function readPayments(claiming: readonly Claiming<ClaimedPayment>[]): FactStatement {
  const shards = claiming.map(({ shard }) => shard);
  return {
    sql: `SELECT wanted.provider, wanted.id, wanted.user_id AS "userId", owners.user_id AS owner,
                 owners.xmin = pg_current_xact_id_if_assigned()::xid AS reserved,
                 credited.transaction_id AS "transactionId", testers.tester
          FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[]) AS wanted (shard, user_id, provider, id)
          LEFT JOIN payment_owners owners ON owners.provider = wanted.provider AND owners.id = wanted.id
          LEFT JOIN LATERAL (
            SELECT transaction_id FROM payments
            WHERE shard = wanted.shard AND shard = ANY ($5::smallint[]) AND provider = wanted.provider
              AND id = wanted.id AND user_id = wanted.user_id
          ) AS credited ON true ${joinTesters('wanted', '$5')}`,
    parameters: [
      shards,
      claiming.map(({ userId }) => userId),
      claiming.map(({ asked }) => asked.payment.provider),
      claiming.map(({ asked }) => asked.payment.id),
      [...new Set(shards)],
    ],
  };
}

/** The facts by `factKey`. */
export function factsOf(facts: readonly Fact[]): ReadonlyMap<string, PaymentFact> {
  return new Map((facts as readonly PaymentFact[]).map((fact) => [factKey(fact.userId, fact), fact]));
}

export function factKey(userId: string, payment: { provider: string; id: string }): string {
  return `${userId}\n${paymentKey(payment)}`;
}
