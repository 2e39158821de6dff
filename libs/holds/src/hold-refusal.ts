/** The reasons to refuse a posting on a hold. */
export type HoldRefusal =
  /** The user has no such hold in the asset. */
  | { code: 'hold-not-found'; holdId: string }
  | { code: 'hold-closed'; holdId: string; closedAs: 'captured' | 'voided'; closedAt: string }
  | { code: 'hold-lapsed'; holdId: string; expiresAt: string }
  | { code: 'capture-exceeds-hold'; holdId: string; amount: number; remaining: number }
  | { code: 'too-many-holds'; asset: string; limit: number };
