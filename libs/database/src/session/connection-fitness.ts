import type { UnfitConnectionError } from './unfit-connection-error.js';

/** Whether new connections are what they have to be: those that are open already may do well for another minute. */
export class ConnectionFitness {
  private reason: string | undefined;

  /** `report` is told a reason once, not with every connection that fails for it. */
  constructor(private readonly report: (reason: string) => void) {}

  /** `false` from a refused connection until the next good one. */
  get good(): boolean {
    return this.reason === undefined;
  }

  accepted(): void {
    this.reason = undefined;
  }

  refused({ message }: UnfitConnectionError): void {
    if (this.reason !== message) this.report(message);
    this.reason = message;
  }
}
