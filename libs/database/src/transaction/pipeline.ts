/** A connection that emits `sent` when a statement has left. */
export interface SendingClient {
  once(event: 'sent', listener: () => void): unknown;
  off(event: 'sent', listener: () => void): unknown;
}

/**
 * Sends the statements of one transaction without waiting for each answer, which saves round trips (PostgreSQL documentation,
 * 54.2.4 Pipelining). PostgreSQL runs them in the order in which they are sent. TypeORM takes a varying number of microtask turns
 * before a statement leaves. The lock order must not depend on that, so a statement starts only once the previous one has left.
 */
export class Pipeline {
  private readonly unanswered: Promise<unknown>[] = [];

  constructor(private readonly client: SendingClient) {}

  /** Resolves when the first statement of `step` has left; await `answer` separately. */
  async send<T>(step: () => Promise<T>): Promise<{ answer: Promise<T> }> {
    let left: () => void = () => undefined;
    const sent = new Promise<void>((resolve) => {
      left = resolve;
    });
    this.client.once('sent', left);
    const answer = step();
    // `answer` also reports a failure before anything left.
    await Promise.race([sent, answer.catch(() => undefined)]);
    this.client.off('sent', left);
    return { answer };
  }

  /** Like `send`, for a statement whose answer is only needed by the end of the transaction; see `answered`. */
  async push(step: () => Promise<unknown>): Promise<void> {
    const { answer } = await this.send(step);
    this.unanswered.push(answer);
  }

  /** Waits for all pushed statements. Rejects with the first failure. */
  async answered(): Promise<void> {
    await Promise.all(this.unanswered.splice(0));
  }
}
