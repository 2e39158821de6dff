import type { LoggedAnswer } from './answer.js';
import type { Acknowledged, Known } from './lives.js';
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

  /** No caller knows the outcome of the key yet: `reused` says only that it has one. */
  get isOpen(): boolean {
    return !this.answers.some((answer) => isDecision(answer) && answer.kind !== 'reused');
  }
}

/** The ledger has answered; an `absent` target leaves the key free. */
export function isDecision({ kind }: LoggedAnswer): boolean {
  return kind === 'ok' || kind === 'refused' || kind === 'reused' || kind === 'absent';
}

/** The knowledge of the callers alone: each operation is logged before it is sent and when it is answered. */
export class OperationLog {
  readonly keys = new Map<string, KeyLog>();
  readonly known = { byKey: new Map<string, Acknowledged>(), holds: [], originals: [] } satisfies Known as {
    byKey: Map<string, Acknowledged>;
    holds: Acknowledged[];
    originals: Acknowledged[];
  };
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

  /** Notes the answer to an attempt. */
  answered(attempt: Attempt, answer: LoggedAnswer): void {
    attempt.answer = answer;
    const { operation } = attempt;
    if (answer.kind !== 'ok' || this.known.byKey.has(operation.key)) return;
    const { id, expiresAt } = answer.json;
    const known: Acknowledged = { id, operation, ...(expiresAt && { expiresAt: Date.parse(expiresAt) }) };
    this.known.byKey.set(operation.key, known);
    if (operation.flow === 'authorise') keepLatest(this.known.holds, known);
    if (operation.flow === 'topup' || operation.flow === 'spend') keepLatest(this.known.originals, known);
  }

  get attempts(): Attempt[] {
    return [...this.keys.values()].flatMap(({ attempts }) => attempts);
  }
}

/** Recent enough to be captured more than once, also at the same time. */
const latest = 60;

function keepLatest(all: Acknowledged[], one: Acknowledged): void {
  all.push(one);
  if (all.length > latest) all.shift();
}
