/** What a user has in an asset. All figures are whole minor units within 2^53 − 1. */
export interface Funds {
  balance: bigint | number;
  /** Reserved for holds: part of the balance. */
  held: number;
  /** The user's debt to the service: not part of the balance, a lien on it. */
  owed: number;
}

/** What the user can spend: the balance without what is held, less the debt, and never below 0. */
export function availableOf({ balance, held, owed }: Funds): number {
  if (held === 0 && owed === 0) return Number(balance);
  return Math.max(0, Number(BigInt(balance) - BigInt(held) - BigInt(owed)));
}

/** What the service can take: a lien does not protect the balance from the service, a hold does. */
export function takeableOf({ balance, held }: Funds): number {
  return Number(BigInt(balance) - BigInt(held));
}

/**
 * Names the state of an account for conditional requests, as a strong entity tag (RFC 9110, section 8.8.3). Two states with the
 * same tag have the same version and the same available balance.
 */
export function balanceTag(account: Funds & { version: number }): string {
  return `"${account.version}-${availableOf(account)}"`;
}
