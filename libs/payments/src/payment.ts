import type { WalletEnvironment } from '@app/database';

/** Where money was paid: in a shop, or in its sandbox. */
export const paymentEnvironments = ['live', 'sandbox'] as const;
export type PaymentEnvironment = (typeof paymentEnvironments)[number];

/** A payment as the caller names it. Two are the same if provider and id are, byte by byte. */
export interface Payment {
  provider: string;
  id: string;
  environment: PaymentEnvironment;
  productId?: string;
  /** RFC 3339, as given. */
  purchasedAt?: string;
}

/** A payment claimed in a wallet of this environment. */
export interface ClaimedPayment {
  payment: Payment;
  wallet: WalletEnvironment;
}

/** Whether the payment is credited only to testers, as a bonus. */
export function isForTesters({ payment, wallet }: ClaimedPayment): boolean {
  return wallet === 'live' && payment.environment === 'sandbox';
}

/** Equal for two payments if they are the same. */
export function paymentKey({ provider, id }: Pick<Payment, 'provider' | 'id'>): string {
  return `${provider}\n${id}`;
}
