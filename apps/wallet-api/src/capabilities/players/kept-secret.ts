import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minimumSecretBytes } from '@app/players';
import { randomSecret } from './player-options.js';

/**
 * The secret of the tokens that is kept with the embedded database, made by whoever needs it first. Tokens then outlive a
 * restart.
 *
 * Throws where the file is there and holds too little: a secret that was damaged must not be replaced in silence.
 */
export function keptSecret(dataDir: string): Buffer {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'token-secret');
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, randomSecret().toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
    // Of two that start together one gets here first, and the other reads what it wrote.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (secret.length >= minimumSecretBytes) return secret;
  throw new Error(`${file} holds no secret: remove it, and the players log in again; or set JWT_SECRET`);
}
