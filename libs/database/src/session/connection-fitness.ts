import type { UnfitConnectionError } from './unfit-connection-error.js';

/**
 * Behind a pooler in transaction mode some connections pass the check. A good one counts only if none has failed for this long.
 */
const quietMs = 3_000;

/** Tracks whether new connections pass their checks. Open ones may keep working for another minute. */
export class ConnectionFitness {
  private reason: string | undefined;
  private reported: string | undefined;
  private refusedAt = -Infinity;

  /** `report` is called once per reason, not for every failing connection. */
  constructor(private readonly report: (reason: string) => void) {}

  /** `false` from a rejected connection until a good one, and for at least three seconds. */
  get good(): boolean {
    return this.reason === undefined && performance.now() - this.refusedAt >= quietMs;
  }

  accepted(): void {
    this.reason = undefined;
  }

  refused({ message }: UnfitConnectionError): void {
    // A reason interrupted by good connections is still the same.
    if (this.reported !== message || this.good) this.report(message);
    this.reported = message;
    this.reason = message;
    this.refusedAt = performance.now();
  }
}
