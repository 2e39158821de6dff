import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const iterations = 4096;

/**
 * Returns a password as PostgreSQL stores it, as a literal for `PASSWORD`, which keeps the password itself out of the server log.
 * psql's \password sends the same (RFC 5802, section 3; PostgreSQL documentation, 51.8 pg_authid). For printable ASCII, which
 * SASLprep leaves unchanged.
 */
export function passwordVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  const serverKey = hmac('Server Key').toString('base64');
  return `'SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}'`;
}
