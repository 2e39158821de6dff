import type { Owner } from '@app/accounts';
import type { Actor } from './actor.js';
import type { Refusal } from './capability/refusal.js';

/** One side of a leg on one account. */
export interface RecordedEntry {
  leg: number;
  owner: Owner;
  asset: string;
  /** Signed whole minor units: positive is a credit, negative a debit. */
  amount: number;
  balanceAfter: bigint;
  version: number;
}

/** An immutable, balanced transaction. Its entries come leg by leg, the source before the destination. */
export interface RecordedTransaction {
  id: string;
  type: string;
  userId: string;
  actor: Actor;
  reference: string | null;
  description: string | null;
  metadata: Record<string, unknown>;
  createdAt: Date;
  /** Empty if the transaction has effects only. */
  entries: RecordedEntry[];
  /** What its effects add to its answer. They never change. */
  members: Readonly<Record<string, unknown>>;
}

export interface RefusedOutcome {
  replayed: boolean;
  refusal: Refusal;
  /** See `Finality`. */
  isFinal: boolean;
}

export type Outcome = { replayed: boolean; transaction: RecordedTransaction } | RefusedOutcome;
