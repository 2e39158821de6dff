import { createHash } from 'node:crypto';
import { testVector, vectorBytes } from '../support/hash-vector.js';
import {
  entryHash,
  type HashedTransaction,
  transactionDigest,
} from '../../libs/ledger/src/chain/transaction-digest.js';

const sha256 = (hex: string) => createHash('sha256').update(hex, 'hex').digest('hex');

it('is SHA-256 over the bytes specified in docs/hash-format.md', () => {
  const { texts, transaction } = vectorBytes;
  expect(sha256(texts)).toBe(testVector.textsHash);
  expect(sha256(transaction)).toBe(testVector.digest);
  expect(transactionDigest(testVector.transaction).toString('hex')).toBe(testVector.digest);
});

it('chains an entry to the previous hash', () => {
  const digest = Buffer.from(testVector.digest, 'hex');
  const hashes = testVector.transaction.entries.map((entry, index) =>
    entryHash(Buffer.from(testVector.previousHashes[index]!, 'hex'), digest, entry).toString('hex'),
  );
  expect(hashes).toEqual(testVector.hashes);
  expect(hashes[0]).toBe(sha256(`${testVector.previousHashes[0]}${testVector.digest}000000`));
  expect(hashes[1]).toBe(sha256(`${testVector.previousHashes[1]}${testVector.digest}000001`));
});

const { transaction } = testVector;
const [debit, credit] = transaction.entries;

function withEntry(change: Partial<HashedTransaction['entries'][number]>): HashedTransaction {
  return { ...transaction, entries: [{ ...debit, ...change }, credit] };
}

function withTexts(change: Partial<HashedTransaction['texts']>): HashedTransaction {
  return { ...transaction, texts: { ...transaction.texts, ...change } };
}

it.each<[string, HashedTransaction]>([
  ['the shard', { ...transaction, shard: 4 }],
  ['the place', { ...transaction, place: 259 }],
  ['the id', { ...transaction, id: '11121314-1516-7718-991a-1b1c1d1e1f21' }],
  ['the time, by a millisecond', { ...transaction, createdAt: new Date('2026-01-01T00:00:00.002Z') }],
  ['the salt', { ...transaction, salt: Buffer.alloc(16, 0x5b) }],
  ['the effects', { ...transaction, effectsDigest: Buffer.alloc(32) }],
  ['the number of entries', { ...transaction, entries: [debit] }],
  ['the order of the entries', { ...transaction, entries: [credit, debit] }],
  ['the leg', withEntry({ leg: 2 })],
  ['the account', withEntry({ accountId: '01020304-0506-7708-890a-0b0c0d0e0f11' })],
  ['the version', withEntry({ version: 43 })],
  ['the amount', withEntry({ amount: -31 })],
  ['the balance', withEntry({ balanceAfter: 71n })],
  ['the time of an entry', withEntry({ createdAt: new Date('2026-01-01T00:00:00.000Z') })],
  ['the type', withTexts({ type: 'spent' })],
  ['the user', withTexts({ userId: 'alicE' })],
  ['the actor', withTexts({ actor: 'player:game' })],
  ['the reference', withTexts({ reference: 'è' })],
  ['the description', withTexts({ description: 'x' })],
  ['the client', withTexts({ clientId: 'gamf' })],
  ['the key', withTexts({ idempotencyKey: 'k' })],
  ['the metadata', withTexts({ metadata: '{}' })],
  ['an empty string instead of a missing one', withTexts({ description: '' })],
  ['a letter moved to the previous string', withTexts({ type: 'spenda', userId: 'lice' })],
])('changes with %s', (_what, changed) => {
  expect(transactionDigest(changed)).not.toEqual(transactionDigest(transaction));
});

it.each<[string, HashedTransaction, RegExp]>([
  ['an account id that is not a UUID', withEntry({ accountId: '01020304' }), /not a UUID/],
  ['an id that is not hexadecimal', { ...transaction, id: 'the transaction' }, /not a UUID/],
  ['a truncated salt', { ...transaction, salt: Buffer.alloc(15) }, /Expected 16 bytes to hash, got 15/],
  ['an amount that is not an integer', withEntry({ amount: 0.5 }), /not a safe integer/],
])('rejects %s, and hashes the next one correctly', (_what, broken, reason) => {
  expect(() => transactionDigest(broken)).toThrow(reason);
  expect(transactionDigest(transaction).toString('hex')).toBe(testVector.digest);
});

it('hashes strings longer than its buffer', () => {
  const long = withTexts({ description: 'é'.repeat(40_000) });
  expect(transactionDigest(long)).not.toEqual(transactionDigest(transaction));
  expect(transactionDigest(long)).toEqual(transactionDigest(long));
});
