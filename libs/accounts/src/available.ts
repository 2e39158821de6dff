/** The part of a balance that the user can spend: all of it, because nothing is set aside. */
export function availableOf<Figure extends bigint | number>({ balance }: { balance: Figure }): Figure {
  return balance;
}

/**
 * Names the state of an account for conditional requests, as a strong entity tag (RFC 9110, section 8.8.3). Two states with the
 * same tag have the same version and the same available balance.
 */
export function balanceTag(account: { balance: bigint | number; version: number }): string {
  return `"${account.version}-${availableOf(account)}"`;
}
