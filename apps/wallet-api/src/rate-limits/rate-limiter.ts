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

/**
 * Counts the requests of each caller in a window that begins with the first. In the memory of this process: two instances
 * count each for itself.
 */
export class RateLimiter {
  private readonly counts: RateLimiterMemory;

  /** `name` tells a caller which of several limits an answer speaks of. */
  constructor(private readonly limit: RateLimit & { name: string }) {
    this.counts = new RateLimiterMemory({ points: limit.quota, duration: limit.seconds });
  }

  async take(caller: string): Promise<Taken> {
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
    await this.counts.delete(caller);
  }
}
