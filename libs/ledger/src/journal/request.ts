import type { AccountAddress } from '@app/accounts';
import type { IdempotencyClaim } from '@app/idempotency';
import type { Actor } from '../actor.js';
import type { Outcome } from '../outcome.js';
import type { Posting, Route } from '../posting.js';

/** An account that a posting touches. */
export interface Side {
  address: AccountAddress;
  /** Its `addressKey`. */
  key: string;
  /**
   * Whether it must exist before the posting can be decided: what is credited, and the stripes of the system. A user account
   * that is only debited is not opened: without it there is nothing to spend.
   */
  needed: boolean;
}

/** A waiting caller: what is asked for, under which claim, and where the answer goes. */
export interface JournalRequest {
  posting: Posting;
  /** The legs of the posting, or the routes of its rule. */
  routes: readonly Route[];
  actor: Actor;
  claim: IdempotencyClaim;
  /** The `claimKey` of the claim. */
  claimKey: string;
  /** What is locked. Grows if something due turns out to need more. */
  sides: readonly Side[];
  /** See `PostingOptions`. */
  storeRefusal: boolean;
  queuedAt: number;
  resolve: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}
