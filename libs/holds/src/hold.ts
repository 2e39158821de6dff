/** What closed a hold; `open` if nothing has. */
export type HoldStatus = 'open' | 'captured' | 'voided' | 'lapsed';

export const holdStatuses: readonly HoldStatus[] = ['open', 'captured', 'voided', 'lapsed'];

/** A reservation of credits in a user's account. All amounts are whole minor units. */
export interface Hold {
  /** The id of the transaction that authorised it. */
  id: string;
  userId: string;
  asset: string;
  amount: number;
  /** What was captured and what was given back. Together at most `amount`. */
  captured: number;
  released: number;
  status: HoldStatus;
  /** From this instant on it can no longer be captured. */
  expiresAt: Date;
  createdAt: Date;
  closedAt: Date | null;
  /** The details of its authorisation. */
  reference: string | null;
  description: string | null;
  metadata: Record<string, unknown>;
}

/** How many holds of one account can be open at a time. */
export const mostOpenHolds = 1_000;

/** The life of a hold in seconds. */
export const holdSeconds = { min: 1, max: 2_678_400, default: 900 };

export function remainingOf({
  amount,
  captured,
  released,
}: Pick<Hold, 'amount' | 'captured' | 'released'>): number {
  return amount - captured - released;
}

/** Whether the hold has lapsed at this instant, booked or not. The expiry itself counts as past. */
export function isLapsed({ status, expiresAt }: Pick<Hold, 'status' | 'expiresAt'>, now: Date): boolean {
  return status === 'lapsed' || (status === 'open' && expiresAt <= now);
}
