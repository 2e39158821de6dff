import type { Claiming, ClaimRule, ClaimSession, NamedCheck } from '@app/ledger';
import { creditedPayment } from './credited-payment.js';
import { type ClaimedPayment, isForTesters, paymentKey } from './payment.js';
import { factKey, factsOf, type PaymentFact, readPayments } from './payment-facts.js';
import { reservePayments, settlePayments } from './payment-owners.js';
import type { PaymentRefusal } from './payment-refusal.js';

/** Credits a payment once, whatever the key, the user and the client. */
export const paymentRule: ClaimRule<ClaimedPayment, PaymentRefusal> = {
  name: 'payment',
  reserve: reservePayments,
  before: readPayments,
  session: (facts) => new PaymentSession(factsOf(facts), new Map()),
  settle: settlePayments,
};

/** A payment that this batch has credited. */
type Credit = Pick<Claiming<ClaimedPayment>, 'userId' | 'transactionId'>;
type Check = NamedCheck<Claiming<ClaimedPayment>, PaymentRefusal, 'payment'>;

class PaymentSession implements ClaimSession<ClaimedPayment, PaymentRefusal> {
  constructor(
    private readonly facts: ReadonlyMap<string, PaymentFact>,
    /** By `paymentKey`. */
    private readonly credited: ReadonlyMap<string, Credit>,
  ) {}

  readonly checks: readonly Check[] = [
    {
      rung: 'payment',
      code: 'payment-already-credited',
      refusal: (claiming) => this.alreadyCredited(claiming),
    },
    {
      rung: 'payment',
      code: 'sandbox-payment',
      refusal: (claiming) =>
        isForTesters(claiming.asked) && this.factOf(claiming)?.tester !== true
          ? { code: 'sandbox-payment' }
          : undefined,
    },
    {
      rung: 'payment',
      code: 'live-payment',
      refusal: ({ asked: { wallet, payment } }) =>
        wallet === 'test' && payment.environment === 'live' ? { code: 'live-payment' } : undefined,
    },
  ];

  effects({ asked }: Claiming<ClaimedPayment>) {
    return [creditedPayment(asked.payment)];
  }

  accept({ userId, transactionId, asked }: Claiming<ClaimedPayment>): PaymentSession {
    const credited = new Map(this.credited).set(paymentKey(asked.payment), { userId, transactionId });
    return new PaymentSession(this.facts, credited);
  }

  /** A reservation of this transaction is free to the first posting that passes, whichever posting made it. */
  private alreadyCredited(claiming: Claiming<ClaimedPayment>): PaymentRefusal | undefined {
    const { userId, asked } = claiming;
    const inBatch = this.credited.get(paymentKey(asked.payment));
    if (inBatch) return refusal(inBatch.userId === userId ? inBatch.transactionId : null);
    const fact = this.factOf(claiming);
    if (!fact || fact.owner === null || fact.reserved === true) return undefined;
    if (fact.owner !== userId) return refusal(null);
    return fact.transactionId === null ? undefined : refusal(fact.transactionId);
  }

  private factOf({ userId, asked }: Claiming<ClaimedPayment>): PaymentFact | undefined {
    return this.facts.get(factKey(userId, asked.payment));
  }
}

/** Names the transaction only to its user. */
function refusal(transactionId: string | null): PaymentRefusal {
  return { code: 'payment-already-credited', ...(transactionId !== null && { transactionId }) };
}
