import { type WalletEnvironment, walletEnvironment } from '@app/database';
import type { PostingDetails } from '@app/ledger';
import { claimPayment, isForTesters, type Payment } from '@app/payments';
import { Inject, Injectable } from '@nestjs/common';

/** What the payment of a request makes of its posting. For every capability whose requests can have one. */
@Injectable()
export class PaidCredits {
  constructor(@Inject(walletEnvironment) private readonly wallet: WalletEnvironment) {}

  /** How its top-ups are booked: a tester's sandbox payment was not paid with money. */
  typeOf(payment: Payment | undefined): 'topup' | 'bonus' {
    return payment && isForTesters({ payment, wallet: this.wallet }) ? 'bonus' : 'topup';
  }

  /** The members to set on the posting. */
  detailsOf(payment: Payment | undefined): Pick<PostingDetails, 'isPaidFor' | 'claims'> {
    return payment ? { isPaidFor: true, claims: [claimPayment(payment, this.wallet)] } : {};
  }
}
