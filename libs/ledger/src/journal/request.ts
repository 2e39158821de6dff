import type { AccountAddress } from '@app/accounts';
import type { IdempotencyClaim } from '@app/idempotency';
import type { Span } from '@opentelemetry/api';
import type { Actor } from '../actor.js';
import type { Outcome } from '../outcome.js';
import type { Posting, Route } from '../posting.js';
import type { PostingTimes } from './posting-times.js';

/** An account that a posting touches. */
export interface Side {
  address: AccountAddress;
  /** Its `addressKey`. */
  key: string;
  /**
   * Whether it must exist before the posting is decided: credited accounts and system stripes. A user account that is only
   * debited is not opened: if it is missing, there is nothing to spend.
   */
  needed: boolean;
}

/** A waiting caller: the posting, its claim and the promise callbacks. */
export interface JournalRequest {
  posting: Posting;
  /** The legs of the posting, or the routes of its rule. Of a group, those of all operations. */
  routes: readonly Route[];
  /** The routes of each operation of a group; empty for any other posting. */
  operationRoutes: readonly (readonly Route[])[];
  actor: Actor;
  claim: IdempotencyClaim;
  /** The `claimKey` of the claim. */
  claimKey: string;
  /** The accounts to lock. Grows if due transactions need more. */
  sides: readonly Side[];
  /** See `PostingOptions`. */
  storeRefusal: boolean;
  queuedAt: number;
  /** Set when it leaves the queue. */
  takenAt: number;
  /** See `PostingOptions`. */
  times: PostingTimes | undefined;
  /** From `post` to its answer. */
  span: Span;
  resolve: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}
