import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many requests in a window of so many seconds. */
export interface RateLimit {
  quota: number;
  seconds: number;
}

/** What is left for one caller after this request. */
export interface Taken {
  limit: RateLimit & { name: string };
  allowed: boolean;
  remaining: number;
  /** Seconds until the window ends and the whole quota is there again. */
  resetSeconds: number;
}

/** Callers counted at once. An attacker with more addresses than this is beyond a limit by address anyway. */
const maxCallers = 50_000;

/**
 * Counts the requests of each caller in a window that begins with the first. Each instance counts in its own memory, which is
 * bounded: beyond `maxCallers` the caller whose window began first is counted anew.
 */
export class RateLimiter {
  private readonly counts: RateLimiterMemory;
  /** When the window of each caller ends, in the order in which they began; milliseconds of `performance.now()`. */
  private readonly windows = new Map<string, number>();

  /** `name` tells a caller which of several limits an answer speaks of. */
  constructor(
    private readonly limit: RateLimit & { name: string },
    private readonly capacity = maxCallers,
  ) {
    this.counts = new RateLimiterMemory({ points: limit.quota, duration: limit.seconds });
  }

  async take(caller: string): Promise<Taken> {
    await this.makeRoomFor(caller);
    // A request that is too much comes as a rejection, with the same figures.
    const count = await this.counts.consume(caller).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
    return {
      limit: this.limit,
      allowed: count.consumedPoints <= this.limit.quota,
      remaining: count.remainingPoints,
      resetSeconds: Math.ceil(count.msBeforeNext / 1000),
    };
  }

  /** Begins to count a caller anew. */
  async forget(caller: string): Promise<void> {
    this.windows.delete(caller);
    await this.counts.delete(caller);
  }

  private async makeRoomFor(caller: string): Promise<void> {
    const now = performance.now();
    if ((this.windows.get(caller) ?? 0) > now) return;
    // Deleted first, because a key that is set again keeps its place in the order of a Map.
    this.windows.delete(caller);
    this.windows.set(caller, now + this.limit.seconds * 1000);
    const [first] = this.windows.keys();
    if (this.windows.size > this.capacity && first !== undefined) await this.forget(first);
  }
}
