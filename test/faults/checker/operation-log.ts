import type { LoggedAnswer } from './answer.js';
import type { Operation } from './operations.js';

/** One attempt of an operation. Without an answer it is still in flight. */
export interface Attempt {
  operation: Operation;
  sentAt: number;
  answer?: LoggedAnswer;
}

/** Everything that was sent under one key. */
export class KeyLog {
  readonly attempts: Attempt[] = [];

  constructor(
    readonly key: string,
    readonly userId: string,
  ) {}

  /** The distinct requests under the key: one, unless it was misused. */
  get requests(): Operation[] {
    return [...new Map(this.attempts.map(({ operation }) => [operation.amount, operation])).values()];
  }

  get answers(): LoggedAnswer[] {
    return this.attempts.flatMap(({ answer }) => answer ?? []);
  }

  /** Every decision of the ledger about a request of this key. */
  decisionsOn({ amount }: Operation): LoggedAnswer[] {
    return this.attempts.flatMap(({ operation, answer }) =>
      answer && operation.amount === amount && isDecision(answer) ? [answer] : [],
    );
  }

  /** No caller knows the outcome of the key yet. */
  get isOpen(): boolean {
    return !this.answers.some(isDecision);
  }
}

function isDecision({ kind }: LoggedAnswer): boolean {
  return kind === 'ok' || kind === 'refused' || kind === 'reused';
}

/** The knowledge of the callers alone: each operation is logged before it is sent and when it is answered. */
export class OperationLog {
  readonly keys = new Map<string, KeyLog>();
  operations = 0;

  sending(operation: Operation): Attempt {
    const { key, userId } = operation;
    let log = this.keys.get(key);
    if (!log) this.keys.set(key, (log = new KeyLog(key, userId)));
    const attempt: Attempt = { operation, sentAt: performance.now() };
    log.attempts.push(attempt);
    this.operations++;
    return attempt;
  }

  get attempts(): Attempt[] {
    return [...this.keys.values()].flatMap(({ attempts }) => attempts);
  }
}
