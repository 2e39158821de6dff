import { scryptSync } from 'node:crypto';
import { dummyHash, hashPassword, isPasswordOf } from './password-hash.js';

const password = 'correct horse battery staple';

it('encodes its parameters in the hash and verifies the password with them', async () => {
  const hash = await hashPassword(password);
  const [, salt = '', bytes = ''] = /^\$scrypt\$ln=14,r=8,p=5\$([\w+/]{22})\$([\w+/]{43})$/.exec(hash) ?? [];
  const expected = scryptSync(password, Buffer.from(salt, 'base64'), 32, { N: 2 ** 14, r: 8, p: 5 });
  expect(Buffer.from(bytes, 'base64')).toEqual(expected);
  expect(await isPasswordOf(hash, password)).toBe(true);
  expect(await isPasswordOf(hash, `${password} `)).toBe(false);
});

it('salts every hash, so two hashes of one password differ', async () => {
  expect(await hashPassword(password)).not.toBe(await hashPassword(password));
});

it('accepts a password in any Unicode composition', async () => {
  const hash = await hashPassword('pâté de foie'.normalize('NFC'));
  expect(await isPasswordOf(hash, 'pâté de foie'.normalize('NFD'))).toBe(true);
});

it('verifies a hash made with other parameters', async () => {
  const salt = Buffer.alloc(16, 7);
  const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  const bytes = scryptSync(password, salt, 32, { N: 2 ** 4, r: 8, p: 1 });
  const hash = `$scrypt$ln=4,r=8,p=1$${unpadded(salt)}$${unpadded(bytes)}`;
  expect(await isPasswordOf(hash, password)).toBe(true);
});

it('has a dummy hash that matches no password, with the parameters of new hashes', async () => {
  const parameters = (hash: string) => hash.split('$').slice(0, 3);
  expect(parameters(dummyHash)).toEqual(parameters(await hashPassword(password)));
  expect(await isPasswordOf(dummyHash, '')).toBe(false);
});

it.each(['', 'plain text', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA', '$scrypt$ln=14,r=8,p=5$c2FsdA$'])(
  'throws for the stored hash "%s" instead of reporting a wrong password',
  async (stored) => {
    await expect(isPasswordOf(stored, password)).rejects.toThrow('not a scrypt hash');
  },
);
