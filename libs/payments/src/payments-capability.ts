import type { Capability, Invariant } from '@app/ledger';
import { creditedPayments } from './credited-payment.js';
import type { PaymentRefusal } from './payment-refusal.js';
import { paymentRule } from './payment-rule.js';

/** Audit checks on payments, in addition to those on their effects. */
const paymentInvariants: readonly Invariant[] = [
  {
    // A credited payment belongs to the user who was credited.
    name: 'payments-have-their-owner',
    sql: `
      SELECT p.provider || '/' || p.id AS subject, o.user_id IS DISTINCT FROM p.user_id AS bad
      FROM payments p LEFT JOIN payment_owners o ON o.provider = p.provider AND o.id = p.id
      WHERE p.shard = $1`,
    sqlOfPart: `
      SELECT p.provider || '/' || p.id AS subject, o.user_id IS DISTINCT FROM p.user_id AS bad
      FROM transactions t
      JOIN payments p ON p.shard = t.shard AND p.transaction_id = t.id
      LEFT JOIN payment_owners o ON o.provider = p.provider AND o.id = p.id
      WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3`,
  },
];

/** The registration of payments with the ledger. */
export const paymentsCapability: Capability<PaymentRefusal> = {
  name: 'payments',
  refusals: {
    'payment-already-credited': 'final',
    'sandbox-payment': 'open',
    'live-payment': 'open',
  },
  claimRules: [paymentRule],
  effects: [creditedPayments],
  invariants: paymentInvariants,
};
