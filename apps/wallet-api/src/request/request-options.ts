import type { TrustProxy } from './http/trust-proxy.js';
import type { RateLimitOptions } from './rate-limits/rate-limits.js';
import type { DailyLimits } from './transactional/storage-budget.js';

/** The injection token of `RequestOptions`. */
export const requestOptions = Symbol('RequestOptions');

export interface RequestOptions {
  rateLimits: RateLimitOptions;
  /** Daily storage limits of each player. */
  playerDaily: DailyLimits;
  /** Whether anyone may sign up as a player. */
  signUp: boolean;
  /** Pages of these origins may call the API from a browser. */
  corsOrigins: readonly string[];
  trustProxy: TrustProxy;
}
