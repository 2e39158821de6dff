/** The reasons to refuse a posting with a payment. */
export type PaymentRefusal =
  | {
      code: 'payment-already-credited';
      /** The transaction that credited it, if it is of the same user. */
      transactionId?: string;
    }
  /** The user is not a tester. */
  | { code: 'sandbox-payment' }
  /** The wallet is for tests. */
  | { code: 'live-payment' };
