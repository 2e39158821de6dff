import type { WalletEnvironment } from '@app/database';
import type { Configuration } from '../configuration/configuration.js';

/** What a database becomes that this configuration initialises; `undefined` if only the database can tell. */
export function environmentOfNew({
  environment,
  seedDemo = false,
}: Partial<Pick<Configuration, 'environment' | 'seedDemo'>>): WalletEnvironment | undefined {
  return environment ?? (seedDemo ? 'test' : undefined);
}
