/** Everything, or the records that no audit has found intact yet. */
export type AuditScope = 'full' | 'new';

export interface VerificationOptions {
  /** How long a caller waits for the report before it gets the progress instead. */
  answerWithinMs: number;
  /** The time limit of one step, which is an invariant in a shard. 0 for no limit. */
  stepTimeoutMs: number;
  /** How often to audit the ledger without being asked; `undefined` for never. */
  everyMs?: number;
  /** The scheduled audits cover what is new, except the first in this time, which is full. */
  fullEveryMs: number;
  /** The share of the time in which a scheduled audit may keep PostgreSQL busy, above 0 and at most 1. */
  load: number;
  /** The most records of a shard in one snapshot of an audit of what is new. */
  partSize: number;
}

export const defaultVerificationOptions: VerificationOptions = {
  answerWithinMs: 20_000,
  stepTimeoutMs: 600_000,
  fullEveryMs: 7 * 86_400_000,
  load: 0.5,
  partSize: 20_000,
};

/** The injection token of VerificationOptions. */
export const verificationOptions = Symbol('VerificationOptions');
