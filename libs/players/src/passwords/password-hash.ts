import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { normalisePassword } from './password-rules.js';

/** The parameters recommended for scrypt: 16 MiB, five times over (OWASP Password Storage Cheat Sheet). */
const current: ScryptParameters = { logN: 14, r: 8, p: 5 };
const saltBytes = 16;
const hashBytes = 32;

interface ScryptParameters {
  logN: number;
  r: number;
  p: number;
}

const phcString = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Hashes a password. The text includes the parameters (PHC string format). Takes some tenths of a second. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return phcStringOf(salt, await derive(password, salt, current, hashBytes));
}

/** Whether `stored` is the hash of this password. Takes as long as making that hash. */
export async function isPasswordOf(stored: string, password: string): Promise<boolean> {
  const [, logN, r, p, salt = '', expected = ''] = phcString.exec(stored) ?? [];
  if (!expected) throw new Error('A stored password hash is not a scrypt hash');
  const wanted = Buffer.from(expected, 'base64');
  const parameters = { logN: Number(logN), r: Number(r), p: Number(p) };
  const found = await derive(password, Buffer.from(salt, 'base64'), parameters, wanted.length);
  return timingSafeEqual(found, wanted);
}

/** Matches no password. A login with an unknown id is checked against it and takes as long as any other. */
export const dummyHash = phcStringOf(Buffer.alloc(saltBytes), Buffer.alloc(hashBytes));

function phcStringOf(salt: Buffer, hash: Buffer): string {
  return `${prefixOf(current)}${unpadded(salt)}$${unpadded(hash)}`;
}

function prefixOf({ logN, r, p }: ScryptParameters): string {
  return `$scrypt$ln=${logN},r=${r},p=${p}$`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

function derive(
  password: string,
  salt: Buffer,
  { logN, r, p }: ScryptParameters,
  length: number,
): Promise<Buffer> {
  const N = 2 ** logN;
  // scrypt needs slightly more than 128 · N · r bytes. Twice that suffices for every hash made here.
  const options = { N, r, p, maxmem: 2 * 128 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(normalisePassword(password), salt, length, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
