import { hasPlayers } from '@app/players';
import type { DataSource } from 'typeorm';
import { keptSecret } from '../../capabilities/players/kept-secret.js';
import { type PlayerOptions, randomSecret } from '../../capabilities/players/player-options.js';
import { type Configuration, ConfigurationError } from '../configuration/configuration.js';
import type { OpenDatabase } from '../database/open-database.js';

type Database = Pick<OpenDatabase, 'embedded'>;

export function tokenOptions(
  { tokens: { issuer, audience, keySetUrl, secret }, dataDir }: Configuration,
  { embedded }: Database,
): PlayerOptions['tokens'] {
  if (keySetUrl !== undefined) return { issuer, audience, keySetUrl };
  if (secret !== undefined) return { issuer, audience, secret: Buffer.from(secret) };
  return { issuer, audience, secret: embedded ? keptSecret(dataDir) : randomSecret() };
}

export const temporarySecretWarning =
  'JWT_SECRET is not set: player tokens are signed with a temporary secret, and are invalid after a restart and on other instances';

/** Whether tokens are signed with a secret that ends with this process. */
export function hasTemporarySecret(
  { tokens: { keySetUrl, secret } }: Pick<Configuration, 'tokens'>,
  { embedded }: Database,
): boolean {
  return !embedded && keySetUrl === undefined && secret === undefined;
}

/** Throws ConfigurationError in production if players can log in: another instance would refuse their tokens. */
export async function refuseTemporarySecret(
  { production, signUp }: Pick<Configuration, 'production' | 'signUp'>,
  dataSource: Pick<DataSource, 'query'>,
): Promise<void> {
  if (!production) return;
  const players = signUp
    ? 'SIGN_UP is true'
    : (await hasPlayers(dataSource))
      ? 'there are players'
      : undefined;
  if (players === undefined) return;
  throw new ConfigurationError(
    `JWT_SECRET is not set, NODE_ENV is production and ${players}: their tokens would be invalid after a restart and on other instances. Set JWT_SECRET to the same value on every instance (openssl rand -base64 48 makes one), or JWKS_URL`,
  );
}
