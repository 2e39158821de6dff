import { createHash } from 'node:crypto';
import { entryHash, type HashedEntry } from './entry-hash.js';

const entry: HashedEntry = {
  previousHash: Buffer.alloc(32, 0xab),
  shard: 3,
  leg: 1,
  accountId: '01020304-0506-7708-890a-0b0c0d0e0f10',
  version: 258,
  transactionId: '11121314-1516-7718-991a-1b1c1d1e1f20',
  amount: -30,
  balanceAfter: 70n,
  createdAt: new Date('2026-01-01T00:00:00.001Z'),
  type: 'spend',
  userId: 'alice',
  reference: 'é',
  description: null,
  clientId: 'game',
  idempotencyKey: '',
};

function digits(text: string): string {
  return `${text.length.toString(16).padStart(8, '0')}${Buffer.from(text).toString('hex')}`;
}

it.each<[bigint, string]>([
  [70n, '0000000000000046'],
  [-(2n ** 63n) + 1n, '8000000000000001'],
  [2n ** 63n - 1n, '7fffffffffffffff'],
  [-(2n ** 63n), `8000000000000000${digits('-9223372036854775808')}`],
  [2n ** 63n, `8000000000000000${digits('9223372036854775808')}`],
])(
  'is SHA-256 over the bytes that its documentation names, with a balance of %s',
  (balanceAfter, balance) => {
    const bytes = [
      'ab'.repeat(32),
      '0003',
      '0001',
      '0102030405067708890a0b0c0d0e0f10',
      '0000000000000102',
      '1112131415167718991a1b1c1d1e1f20',
      'ffffffffffffffe2',
      balance,
      // 1 767 225 600 001 000 microseconds.
      '00064748462043e8',
      `00000005${Buffer.from('spend').toString('hex')}`,
      `00000005${Buffer.from('alice').toString('hex')}`,
      '00000002c3a9',
      'ffffffff',
      `00000004${Buffer.from('game').toString('hex')}`,
      '00000000',
    ];
    expect(entryHash({ ...entry, balanceAfter })).toEqual(
      createHash('sha256').update(bytes.join(''), 'hex').digest(),
    );
  },
);

it.each<[string, Partial<HashedEntry>]>([
  ['the hash before it', { previousHash: Buffer.alloc(32, 0xac) }],
  ['the shard', { shard: 4 }],
  ['the leg', { leg: 2 }],
  ['the account', { accountId: '01020304-0506-7708-890a-0b0c0d0e0f11' }],
  ['the version', { version: 259 }],
  ['the transaction', { transactionId: '11121314-1516-7718-991a-1b1c1d1e1f21' }],
  ['the amount', { amount: -31 }],
  ['the balance', { balanceAfter: 71n }],
  ['the time, by a millisecond', { createdAt: new Date('2026-01-01T00:00:00.002Z') }],
  ['the type', { type: 'spent' }],
  ['the user', { userId: 'alicE' }],
  ['the reference', { reference: 'è' }],
  ['the description', { description: 'x' }],
  ['the client', { clientId: 'gamf' }],
  ['the key', { idempotencyKey: 'k' }],
  ['a text that is empty and not missing', { description: '' }],
  ['a letter that moved to the text before it', { type: 'spenda', userId: 'lice' }],
])('is another one when %s is', (_what, change) => {
  expect(entryHash({ ...entry, ...change })).not.toEqual(entryHash(entry));
});

it.each<[string, Partial<HashedEntry>]>([
  ['an account id that is not a UUID', { accountId: '01020304' }],
  ['a transaction id that is not hexadecimal', { transactionId: 'the transaction' }],
  ['a hash before it that is cut short', { previousHash: Buffer.alloc(31) }],
])('refuses %s, in place of hashing whatever was in memory', (_what, change) => {
  expect(() => entryHash({ ...entry, ...change })).toThrow(/an entry to hash has \d+ bytes in place of 100/);
});
