import type { JournalOptions, VerificationOptions } from '@app/ledger';
import type { ReportsOptions } from '@app/reports';
import type { WelcomeGrant } from '@app/users';
import type { AppCapability } from '../../capabilities/app-capability.js';
import {
  defaultParties,
  type PlayerOptions,
  randomSecret,
} from '../../capabilities/players/player-options.js';
import type { MetricsOptions } from '../../metrics/options.js';
import type { LogLevel } from '../../request/logging/log-level.js';
import { defaultRateLimits } from '../../request/rate-limits/rate-limits.js';
import type { RequestOptions } from '../../request/request-options.js';
import { defaultPlayerDailyLimits } from '../../request/transactional/storage-budget.js';
import { capabilities } from '../capabilities.js';
import { demoWelcomeGrant } from './welcome-grant.js';

/** The options of the application. */
export interface ApplicationOptions extends Omit<RequestOptions, 'signUp'> {
  databaseUrl: string;
  logLevel: LogLevel;
  /** From which duration on a request is logged as slow; `undefined` for never. */
  slowRequestMs: number | undefined;
  /** Where metrics are served; `undefined` for none. */
  metrics: MetricsOptions | undefined;
  /** Whether to accept the published API keys of the demonstration. */
  demoKeys: boolean;
  /** Tests may add a capability. */
  capabilities: readonly AppCapability[];
  /** Overrides of the defaults for the journal. */
  journal?: Partial<JournalOptions>;
  /** How many connections requests may have, those of the lanes included. */
  poolSize?: number;
  /** Overrides of the defaults for reports and the audit. */
  reports?: Partial<ReportsOptions>;
  verification?: Partial<VerificationOptions>;
  /** Credited once to every registered user; `undefined` for nothing. */
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
    slowRequestMs: 1_000,
    metrics: undefined,
  } satisfies Partial<ApplicationOptions>;
}

/** The required options, and any of the optional ones. */
export type GivenOptions = Omit<ApplicationOptions, keyof ReturnType<typeof defaultOptions>> &
  Partial<ApplicationOptions>;

export function completeOptions(given: GivenOptions): ApplicationOptions {
  return { ...defaultOptions(given), ...given };
}
