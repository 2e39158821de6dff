import type { LoggedAnswer } from './answer.js';
import type { Operation } from './operations.js';

/** One sending of an operation. Without an answer it is still under way. */
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

  /** The different requests that came with the key: one, unless it was misused. */
  get requests(): Operation[] {
    return [...new Map(this.attempts.map(({ operation }) => [operation.amount, operation])).values()];
  }

  get answers(): LoggedAnswer[] {
    return this.attempts.flatMap(({ answer }) => answer ?? []);
  }

  /** What the ledger decided about a request of this key, as often as it said so. */
  decisionsOn({ amount }: Operation): LoggedAnswer[] {
    return this.attempts.flatMap(({ operation, answer }) =>
      answer && operation.amount === amount && isDecision(answer) ? [answer] : [],
    );
  }

  /** Nobody has been told yet what became of the key. */
  get isOpen(): boolean {
    return !this.answers.some(isDecision);
  }
}

function isDecision({ kind }: LoggedAnswer): boolean {
  return kind === 'ok' || kind === 'refused' || kind === 'reused';
}

/** What the callers know, and nothing else: each operation before it is sent, and again when it is answered. */
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
