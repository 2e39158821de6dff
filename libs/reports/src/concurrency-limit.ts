/** Runs at most `max` tasks at a time; the others wait in order of arrival. */
export class ConcurrencyLimit {
  private free: number;
  /** A Set keeps the order and allows removal from the middle. */
  private readonly waiting = new Set<() => void>();

  constructor(max: number) {
    this.free = max;
  }

  /** Rejects with the reason of `signal` if it aborts before the work starts; after that, the work handles it. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.enter(signal);
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.free > 0) {
      this.free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const admit = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        this.waiting.delete(admit);
        reject(signal.reason as Error);
      };
      this.waiting.add(admit);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Passes the slot directly to the next waiter: a newcomer cannot overtake it. */
  private leave(): void {
    const [next] = this.waiting;
    if (next) {
      this.waiting.delete(next);
      next();
    } else {
      this.free++;
    }
  }
}
