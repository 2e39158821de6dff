import type { WalletEnvironment } from '@app/database';
import { type Claim, claimOf } from '@app/ledger';
import type { Payment } from './payment.js';
import { paymentRule } from './payment-rule.js';

/** The claim of a payment, for the `claims` of a posting; its credits are `isPaidFor`. */
export function claimPayment(payment: Payment, wallet: WalletEnvironment): Claim {
  return claimOf(paymentRule, { payment, wallet });
}
