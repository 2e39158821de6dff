import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/prepare.mjs';

export const verifyProgram = join(root, 'dist', 'apps', 'wallet-api', 'src', 'commands', 'verify.js');

/** `npm run verify` on this database: `ok`, or `FAILED` after what it found was printed. */
export async function audit(databaseUrl) {
  try {
    await promisify(execFile)(process.execPath, [verifyProgram], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
    });
    return 'ok';
  } catch (error) {
    console.error(error.stdout, error.stderr);
    return 'FAILED';
  }
}
