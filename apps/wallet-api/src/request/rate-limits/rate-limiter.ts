import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** A number of requests per window. */
export interface RateLimit {
  quota: number;
  seconds: number;
}

/** The state of a caller's limit after a request. */
export interface Taken {
  limit: RateLimit & { name: string };
  allowed: boolean;
  remaining: number;
  /** Seconds until the window ends and the full quota is available again. */
  resetSeconds: number;
}

/** How many callers are tracked. A limit by address cannot stop an attacker with more addresses than this anyway. */
const maxCallers = 50_000;

/**
 * Counts the requests of each caller in a window that begins with the first one. The counts are per instance, in bounded memory:
 * beyond `maxCallers`, the caller with the oldest window is evicted and starts afresh.
 */
export class RateLimiter {
  private readonly counts: RateLimiterMemory;
  /** The end of each caller's window, oldest window first; milliseconds of `performance.now()`. */
  private readonly windows = new Map<string, number>();

  /** `name` identifies the limit in the RateLimit headers. */
  constructor(
    private readonly limit: RateLimit & { name: string },
    private readonly capacity = maxCallers,
  ) {
    this.counts = new RateLimiterMemory({ points: limit.quota, duration: limit.seconds });
  }

  async take(caller: string): Promise<Taken> {
    await this.makeRoomFor(caller);
    // The library rejects a request over the quota, with the same figures.
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

  /** Drops the count of a caller. */
  async reset(caller: string): Promise<void> {
    this.windows.delete(caller);
    await this.counts.delete(caller);
  }

  private async makeRoomFor(caller: string): Promise<void> {
    const now = performance.now();
    if ((this.windows.get(caller) ?? 0) > now) return;
    // Deleted first, because setting an existing key would keep its old position in the Map.
    this.windows.delete(caller);
    this.windows.set(caller, now + this.limit.seconds * 1000);
    const [first] = this.windows.keys();
    if (this.windows.size > this.capacity && first !== undefined) await this.reset(first);
  }
}
