/** Why something is reversed. */
export const causes = ['refund', 'chargeback', 'fraud', 'mistake', 'goodwill'] as const;
export type Cause = (typeof causes)[number];

/** What happens if the user no longer has the credits. */
export const shortfalls = ['refuse', 'take-what-is-left', 'owe'] as const;
export type Shortfall = (typeof shortfalls)[number];

/** What happens if the request does not say. */
export function defaultShortfall(type: string, cause: Cause): Shortfall {
  if (type !== 'topup') return 'refuse';
  return cause === 'mistake' || cause === 'goodwill' ? 'take-what-is-left' : 'owe';
}
