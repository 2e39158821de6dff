import type { IdempotencyClaim } from '@app/idempotency';
import type { Outcome } from '../outcome.js';
import type { Posting } from '../posting.js';

/** One caller who waits: what is asked for, under which claim, and where the answer goes. */
export interface JournalRequest {
  posting: Posting;
  claim: IdempotencyClaim;
  queuedAt: number;
  resolve: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}
