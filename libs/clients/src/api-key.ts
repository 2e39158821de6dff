import { hash, randomBytes } from 'node:crypto';
import type { WalletEnvironment } from '@app/database';

/** The shape of a minted key; other texts are never looked up. Older keys name no environment. */
const keyShape = /^wk_(?:(live|test)_)?[A-Za-z0-9_-]{43}$/;

/**
 * A new key: 256 random bits behind a prefix that secret scanners recognise and that names the environment. It is shown once; only its hash is kept. A plain
 * SHA-256 is enough: 256 bits cannot be guessed, however fast the hash is.
 */
export function mintApiKey(environment: WalletEnvironment): string {
  return `wk_${environment}_${randomBytes(32).toString('base64url')}`;
}

export function looksLikeApiKey(text: string): boolean {
  return keyShape.test(text);
}

/** The environment that a key names; `undefined` for a text that names none. */
export function environmentOfKey(text: string): WalletEnvironment | undefined {
  return keyShape.exec(text)?.[1] as WalletEnvironment | undefined;
}

/** 32 bytes. Keys are looked up by this hash, so no comparison with the secret itself can be timed. */
export function hashOfApiKey(key: string): Buffer {
  return hash('sha256', key, 'buffer');
}

/** The end of a key: enough to distinguish the two keys of a client, too little to help an attacker. */
export function hintOf(key: string): string {
  return key.slice(-4);
}
