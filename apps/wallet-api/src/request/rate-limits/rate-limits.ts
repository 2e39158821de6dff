import { type RateLimit, RateLimiter, type Taken } from './rate-limiter.js';

/** Which limits there are. Those of sign-up and login are always on. */
export interface RateLimitOptions {
  /** Each client; `undefined`: as many as it likes. */
  clients: RateLimit | undefined;
  /** Each player. */
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
  // Every player behind an address sends one when a token expires.
  unauthenticated: { quota: 600, seconds: 60 },
};

/** The kinds of callers; each kind has its own limit. */
export type LimitedCaller = 'client' | 'player';

/** Limited by address, for every caller. */
export type LimitedByAddress = 'sign-up' | 'login';

/** An address may be that of a whole office, or of a school. */
const accountsPerAddress = 10;

/** The counts of this process. */
export class RateLimits {
  /** By the kind of the caller. Where there is none, nothing is counted. */
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
   * Counted before the password is looked at, and whether or not there is such a player: a hundred guesses at the same
   * moment are a hundred, and the limit does not tell who exists. An address that has used up its own limit does not get
   * here, and does not use up those of accounts.
   */
  takeLogin(userId: string): Promise<Taken> {
    return this.loginsToAccount.take(userId);
  }

  /** Who knows the password is not guessing. */
  loggedIn(userId: string): Promise<void> {
    return this.loginsToAccount.forget(userId);
  }
}
