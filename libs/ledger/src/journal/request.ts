import type { IdempotencyClaim } from '@app/idempotency';
import type { Outcome } from '../outcome.js';
import type { Posting } from '../posting.js';
import type { Side } from './addresses.js';

/** One caller who waits: what is asked for, under which claim, and where the answer goes. */
export interface JournalRequest {
  posting: Posting;
  claim: IdempotencyClaim;
  /** The `claimKey` of the claim. */
  claimKey: string;
  sides: readonly Side[];
  queuedAt: number;
  resolve: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}
