import { randomBytes } from 'node:crypto';
import { minimumSecretBytes, type TokenOptions } from '@app/players';

export interface PlayerOptions {
  tokens: TokenOptions;
  /** Whether anyone may sign up as a player. */
  signUp: boolean;
}

/** The default `iss` and `aud` of the tokens that the service issues. */
export const defaultParties = { issuer: 'internal-wallet-service', audience: 'internal-wallet-service' };

/** A random secret that is never stored: its tokens become invalid when the process ends. */
export function randomSecret(): Buffer {
  return randomBytes(minimumSecretBytes);
}
