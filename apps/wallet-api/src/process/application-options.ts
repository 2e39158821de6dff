import type { JournalOptions, VerificationOptions } from '@app/ledger';
import type { ReportsOptions } from '@app/reports';
import type { WelcomeGrant } from '@app/users';
import type { AppCapability } from '../capabilities/app-capability.js';
import { defaultParties, type PlayerOptions, randomSecret } from '../capabilities/players/player-options.js';
import type { LogLevel } from '../request/logging/log-level.js';
import { defaultRateLimits } from '../request/rate-limits/rate-limits.js';
import type { RequestOptions } from '../request/request-options.js';
import { defaultPlayerDailyLimits } from '../request/transactional/storage-budget.js';
import { capabilities } from './capabilities.js';
import { demoWelcomeGrant } from './configuration/welcome-grant.js';

/** What the application is built from. */
export interface ApplicationOptions extends Omit<RequestOptions, 'signUp'> {
  databaseUrl: string;
  logLevel: LogLevel;
  /** A demonstration has API keys that everybody knows. */
  demoKeys: boolean;
  /** What the application can do. A test may add a capability. */
  capabilities: readonly AppCapability[];
  /** Where the journal is to differ from its defaults. */
  journal?: Partial<JournalOptions>;
  /** Overrides of the defaults for reports and the audit. */
  reports?: Partial<ReportsOptions>;
  verification?: Partial<VerificationOptions>;
  /** What every registered user is given once; `undefined` for nothing. */
  welcomeGrant: WelcomeGrant | undefined;
  players: PlayerOptions;
}

/** Defaults for optional settings. Sign-up and the welcome grant are on only in a demonstration. */
function defaultOptions({ demoKeys }: Pick<ApplicationOptions, 'demoKeys'>) {
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

/** The options that have to be given, and any of the others. */
export type GivenOptions = Omit<ApplicationOptions, keyof ReturnType<typeof defaultOptions>> &
  Partial<ApplicationOptions>;

export function completeOptions(given: GivenOptions): ApplicationOptions {
  return { ...defaultOptions(given), ...given };
}
