import type { JournalOptions, VerificationOptions } from '@app/ledger';
import type { ReportsOptions } from '@app/reports';
import type { WelcomeGrant } from '@app/users';
import type { AppCapability } from '../capabilities/app-capability.js';
import { defaultParties, type PlayerOptions, randomSecret } from '../capabilities/players/player-options.js';
import type { TrustProxy } from '../request/http/trust-proxy.js';
import type { LogLevel } from '../request/logging/log-level.js';
import { defaultRateLimits, type RateLimitOptions } from '../request/rate-limits/rate-limits.js';
import { type DailyLimits, defaultPlayerDailyLimits } from '../request/transactional/storage-budget.js';
import { capabilities } from './capabilities.js';
import { demoWelcomeGrant } from './configuration/welcome-grant.js';

/** What the application is built from. */
export interface ApplicationOptions {
  databaseUrl: string;
  logLevel: LogLevel;
  /** A demonstration has API keys that everybody knows. */
  demoKeys: boolean;
  capabilities: readonly AppCapability[];
  /** Where the journal is to differ from its defaults. */
  journal?: Partial<JournalOptions>;
  /** Overrides of the defaults for reports and the audit. */
  reports?: Partial<ReportsOptions>;
  verification?: Partial<VerificationOptions>;
  /** What every registered user is given once; `undefined` for nothing. */
  welcomeGrant: WelcomeGrant | undefined;
  players: PlayerOptions;
  rateLimits: RateLimitOptions;
  /** What each player may store in a day. */
  playerDaily: DailyLimits;
  /** Pages of these origins may call the API from a browser. */
  corsOrigins: readonly string[];
  trustProxy: TrustProxy;
}

/** Defaults for optional settings. Sign-up and the welcome grant are on only in a demonstration. */
export function defaultOptions({ demoKeys }: Pick<ApplicationOptions, 'demoKeys'>) {
  return {
    capabilities,
    welcomeGrant: demoKeys ? demoWelcomeGrant : undefined,
    players: { signUp: demoKeys, tokens: { ...defaultParties, secret: randomSecret() } },
    rateLimits: defaultRateLimits,
    playerDaily: defaultPlayerDailyLimits,
    corsOrigins: [],
    trustProxy: false,
  } satisfies Partial<ApplicationOptions>;
}

/** The options of a caller who need not say everything. */
export type GivenOptions = Omit<ApplicationOptions, keyof ReturnType<typeof defaultOptions>> &
  Partial<ApplicationOptions>;
