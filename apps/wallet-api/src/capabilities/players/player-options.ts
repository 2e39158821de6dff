import { randomBytes } from 'node:crypto';
import { minimumSecretBytes, type TokenOptions } from '@app/players';

export interface PlayerOptions {
  tokens: TokenOptions;
  /** Whether anybody may become a player. */
  signUp: boolean;
}

/** How the service calls itself in its tokens, unless it is told otherwise. */
export const defaultParties = { issuer: 'internal-wallet-service', audience: 'internal-wallet-service' };

/** A secret that nobody knows and nobody keeps: tokens end with the process that made them. */
export function randomSecret(): Buffer {
  return randomBytes(minimumSecretBytes);
}
