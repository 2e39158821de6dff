export interface VerificationOptions {
  /** How long a caller waits for the report before it gets the progress instead. */
  answerWithinMs: number;
  /** The time limit of one step, which is an invariant in a shard. 0 for no limit. */
  stepTimeoutMs: number;
  /** How often to audit the ledger without being asked; `undefined` for never. */
  everyMs?: number;
}

export const defaultVerificationOptions: VerificationOptions = {
  answerWithinMs: 20_000,
  stepTimeoutMs: 600_000,
};

/** The injection token of VerificationOptions. */
export const verificationOptions = Symbol('VerificationOptions');
