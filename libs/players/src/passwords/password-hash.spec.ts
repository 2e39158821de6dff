import { scryptSync } from 'node:crypto';
import { dummyHash, hashPassword, isPasswordOf } from './password-hash.js';

const password = 'correct horse battery staple';

it('says in a hash how it was made, and knows the password by it', async () => {
  const hash = await hashPassword(password);
  const [, salt = '', bytes = ''] = /^\$scrypt\$ln=14,r=8,p=5\$([\w+/]{22})\$([\w+/]{43})$/.exec(hash) ?? [];
  const expected = scryptSync(password, Buffer.from(salt, 'base64'), 32, { N: 2 ** 14, r: 8, p: 5 });
  expect(Buffer.from(bytes, 'base64')).toEqual(expected);
  expect(await isPasswordOf(hash, password)).toBe(true);
  expect(await isPasswordOf(hash, `${password} `)).toBe(false);
});

it('salts: two hashes of one password differ', async () => {
  expect(await hashPassword(password)).not.toBe(await hashPassword(password));
});

it('knows a password however its letters were composed', async () => {
  const hash = await hashPassword('pâté de foie'.normalize('NFC'));
  expect(await isPasswordOf(hash, 'pâté de foie'.normalize('NFD'))).toBe(true);
});

it('knows a password by a hash that was made with other parameters', async () => {
  const salt = Buffer.alloc(16, 7);
  const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  const bytes = scryptSync(password, salt, 32, { N: 2 ** 4, r: 8, p: 1 });
  const hash = `$scrypt$ln=4,r=8,p=1$${unpadded(salt)}$${unpadded(bytes)}`;
  expect(await isPasswordOf(hash, password)).toBe(true);
});

it('has a dummy hash that no password fits, with the parameters of new hashes', async () => {
  const parameters = (hash: string) => hash.split('$').slice(0, 3);
  expect(parameters(dummyHash)).toEqual(parameters(await hashPassword(password)));
  expect(await isPasswordOf(dummyHash, '')).toBe(false);
});

it.each(['', 'plain text', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA', '$scrypt$ln=14,r=8,p=5$c2FsdA$'])(
  'takes "%s" for a defect, not for a wrong password',
  async (stored) => {
    await expect(isPasswordOf(stored, password)).rejects.toThrow('not one of scrypt');
  },
);
