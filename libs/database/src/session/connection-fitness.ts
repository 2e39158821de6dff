import type { UnfitConnectionError } from './unfit-connection-error.js';

/** Behind a pooler that takes sessions apart some connections pass: good ones count when no other has failed for this long. */
const quietMs = 3_000;

/** Whether new connections are what they have to be: those that are open already may do well for another minute. */
export class ConnectionFitness {
  private reason: string | undefined;
  private reported: string | undefined;
  private refusedAt = -Infinity;

  /** `report` is told a reason once, not with every connection that fails for it. */
  constructor(private readonly report: (reason: string) => void) {}

  /** `false` from a refused connection until a good one, and for three seconds at least. */
  get good(): boolean {
    return this.reason === undefined && performance.now() - this.refusedAt >= quietMs;
  }

  accepted(): void {
    this.reason = undefined;
  }

  refused({ message }: UnfitConnectionError): void {
    // A reason that good connections interrupt is still the same.
    if (this.reported !== message || this.good) this.report(message);
    this.reported = message;
    this.reason = message;
    this.refusedAt = performance.now();
  }
}
