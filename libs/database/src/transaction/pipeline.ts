/** The driver's connection, as far as the order of statements is concerned: it says when one has left. */
export interface SendingClient {
  once(event: 'sent', listener: () => void): unknown;
  off(event: 'sent', listener: () => void): unknown;
}

/**
 * Sends the statements of one transaction one behind another without waiting for each answer, and so spares round trips
 * (PostgreSQL documentation, 54.2.4 Pipelining). PostgreSQL runs them in the order in which they leave. TypeORM needs a few
 * turns of the microtask queue before a statement leaves, and not always the same number; the lock order must not hang
 * on that, so that the next statement is begun only when the one before it has left.
 */
export class Pipeline {
  private readonly unanswered: Promise<unknown>[] = [];

  constructor(private readonly client: SendingClient) {}

  /** Resolves when the first statement of `step` has left; its answer is awaited apart. */
  async send<T>(step: () => Promise<T>): Promise<{ answer: Promise<T> }> {
    let left: () => void = () => undefined;
    const sent = new Promise<void>((resolve) => {
      left = resolve;
    });
    this.client.once('sent', left);
    const answer = step();
    // What fails before anything has left is told by its answer, too.
    await Promise.race([sent, answer.catch(() => undefined)]);
    this.client.off('sent', left);
    return { answer };
  }

  /** Like `send`, for a statement whose answer only has to come by the end of the transaction; see `answered`. */
  async push(step: () => Promise<unknown>): Promise<void> {
    const { answer } = await this.send(step);
    this.unanswered.push(answer);
  }

  /** Rejects with the first failure of what was pushed. */
  async answered(): Promise<void> {
    await Promise.all(this.unanswered.splice(0));
  }
}
