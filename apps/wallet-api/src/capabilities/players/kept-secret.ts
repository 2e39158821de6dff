import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minimumSecretBytes } from '@app/players';
import { randomSecret } from './player-options.js';

/**
 * The token secret stored next to the embedded database, created on first use. With it, tokens survive a restart.
 *
 * Throws if the file holds too little: a damaged secret must not be replaced silently.
 */
export function keptSecret(dataDir: string): Buffer {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'token-secret');
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, randomSecret().toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
    // If two processes start together, one of them creates the link and both read that file.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (secret.length >= minimumSecretBytes) return secret;
  throw new Error(
    `${file} holds no valid secret: remove it (players then have to log in again), or set JWT_SECRET`,
  );
}
