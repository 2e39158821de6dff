import { type RateLimit, RateLimiter, type Taken } from './rate-limiter.js';

/** The rate limits. Those for sign-up and login cannot be switched off. */
export interface RateLimitOptions {
  /** Requests of each client; `undefined` for no limit. */
  clients: RateLimit | undefined;
  /** Requests of each player; `undefined` for no limit. */
  players: RateLimit | undefined;
  /** Sign-ups from one address. */
  signUp: RateLimit;
  /** Logins to one account, and ten times as many from one address. */
  login: RateLimit;
  /** Requests without valid credentials from one address; `undefined` for no limit. */
  unauthenticated: RateLimit | undefined;
}

export const defaultRateLimits: RateLimitOptions = {
  clients: undefined,
  players: { quota: 100, seconds: 10 },
  signUp: { quota: 20, seconds: 3_600 },
  login: { quota: 10, seconds: 300 },
  // Generous: every player behind an address sends such a request when their token expires.
  unauthenticated: { quota: 600, seconds: 60 },
};

/** The kinds of callers; each kind has its own limit. */
export type LimitedCaller = 'client' | 'player';

/** The operations that are limited by address. */
export type LimitedByAddress = 'sign-up' | 'login';

/** A whole office or school may share one address. */
const accountsPerAddress = 10;

/** The rate limiters of this process. */
export class RateLimits {
  /** By kind of caller. Without a limiter, nothing is counted. */
  readonly ofCallers: Partial<Record<LimitedCaller, RateLimiter>>;
  readonly ofAddresses: Record<LimitedByAddress, RateLimiter>;
  /** Requests without valid credentials, by address. */
  readonly unauthenticated: RateLimiter | undefined;
  private readonly loginsToAccount: RateLimiter;

  constructor({ clients, players, signUp, login, unauthenticated }: RateLimitOptions) {
    this.ofCallers = {
      ...(clients && { client: new RateLimiter({ name: 'default', ...clients }) }),
      ...(players && { player: new RateLimiter({ name: 'default', ...players }) }),
    };
    this.ofAddresses = {
      'sign-up': new RateLimiter({ name: 'address', ...signUp }),
      login: new RateLimiter({ name: 'address', ...login, quota: login.quota * accountsPerAddress }),
    };
    this.unauthenticated = unauthenticated && new RateLimiter({ name: 'address', ...unauthenticated });
    this.loginsToAccount = new RateLimiter({ name: 'account', ...login });
  }

  /**
   * Counts a login before its password is checked, so concurrent guesses all count. Counts it whether or not the player exists,
   * so the limit does not reveal which players do. Requests over the limit of their address do not get here, and use up no
   * limit of an account.
   */
  takeLogin(userId: string): Promise<Taken> {
    return this.loginsToAccount.take(userId);
  }

  /** Resets the limit of an account after a successful login. */
  loggedIn(userId: string): Promise<void> {
    return this.loginsToAccount.reset(userId);
  }
}
