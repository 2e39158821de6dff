import type { TrustProxy } from './http/trust-proxy.js';
import type { RateLimitOptions } from './rate-limits/rate-limits.js';
import type { DailyLimits } from './transactional/storage-budget.js';

/** The injection token of the RequestOptions. */
export const requestOptions = Symbol('RequestOptions');

export interface RequestOptions {
  rateLimits: RateLimitOptions;
  /** What each player may store in a day. */
  playerDaily: DailyLimits;
  /** Whether anyone may sign up as a player. */
  signUp: boolean;
  /** Pages of these origins may call the API from a browser. */
  corsOrigins: readonly string[];
  trustProxy: TrustProxy;
}
