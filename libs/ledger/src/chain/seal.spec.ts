import type { LockedAccount, Owner } from '@app/accounts';
import type { DecidedEntry } from '../decide/accept.js';
import { type AcceptedTransaction, seal } from './seal.js';
import { entryHash, transactionDigest } from './transaction-digest.js';

const alice: Owner = { kind: 'user', id: 'alice' };
const treasury: Owner = { kind: 'system', id: 'treasury' };

function account(owner: Owner, id: string): LockedAccount {
  return {
    shard: 3,
    owner,
    asset: 'GOLD',
    id,
    balance: 0n,
    version: 0,
    headHash: Buffer.alloc(32, id),
    frozen: false,
    held: 0,
    owed: 0,
    lapsesAt: null,
    salt: owner.kind === 'user' ? Buffer.alloc(16, 7) : null,
    minAmount: 1,
    maxAmount: Number.MAX_SAFE_INTEGER,
    assetRetired: false,
  };
}

const wallet = account(alice, '0a000000-0000-7000-8000-000000000001');
const stripe = account(treasury, '0b000000-0000-7000-8000-000000000002');

/** A top-up of 5 as `decide` returns it, the `number`th on both accounts. */
function topup(number: number): AcceptedTransaction {
  const createdAt = new Date(Date.UTC(2026, 0, number));
  const entry = (of: LockedAccount, amount: number): DecidedEntry => ({
    leg: 0,
    account: { ...of, balance: BigInt(amount * (number - 1)), version: number - 1 },
    amount,
    balanceAfter: BigInt(amount * number),
    version: number,
    createdAt,
  });
  return {
    proposal: {
      transactionId: `0c000000-0000-7000-8000-00000000000${number}`,
      shard: 3,
      posting: {
        type: 'topup',
        userId: 'alice',
        legs: [{ source: treasury, destination: alice, asset: 'GOLD', amount: 5 }],
        reference: `order-${number}`,
        description: 'Gold',
        metadata: {},
      },
    },
    place: number,
    createdAt,
    actor: 'client:game',
    clientId: 'game',
    idempotencyKey: `key-${number}`,
    metadata: '{}',
    entries: [entry(stripe, -5), entry(wallet, 5)],
    earmarks: [],
    effectsDigest: null,
  };
}

/** The expected hash of an entry, computed independently of `seal`. */
function expectedHash(transaction: AcceptedTransaction, entry: DecidedEntry, previousHash: Buffer): Buffer {
  const { place, createdAt, actor, clientId, idempotencyKey, metadata } = transaction;
  const { shard, transactionId: id, posting } = transaction.proposal;
  const { type, userId, reference, description } = posting;
  const digest = transactionDigest({
    shard,
    place,
    id,
    createdAt,
    salt: Buffer.alloc(16, 7),
    texts: { type, userId, actor, reference, description, clientId, idempotencyKey, metadata },
    entries: transaction.entries.map(({ account, ...rest }) => ({ ...rest, accountId: account.id })),
    effectsDigest: null,
  });
  return entryHash(previousHash, digest, entry);
}

it('chains each entry to the previous one of its account', () => {
  const [first, second] = [topup(1), topup(2)];
  const { entries } = seal([first, second]);
  const ofStripe = expectedHash(first, first.entries[0]!, stripe.headHash);
  const ofWallet = expectedHash(first, first.entries[1]!, wallet.headHash);
  expect(entries.map(({ hash }) => hash)).toEqual([
    ofStripe,
    ofWallet,
    expectedHash(second, second.entries[0]!, ofStripe),
    expectedHash(second, second.entries[1]!, ofWallet),
  ]);
});

it('keeps every decided entry and adds the place of its transaction', () => {
  const [first, second] = [topup(1), topup(2)];
  const { entries } = seal([first, second]);
  expect(entries).toMatchObject(
    [first, second].flatMap(({ place, entries }) => entries.map((entry) => ({ ...entry, place }))),
  );
});

it('returns each touched account once, as of its last entry', () => {
  const { entries, accounts } = seal([topup(1), topup(2)]);
  expect(accounts).toEqual([
    { ...stripe, balance: -10n, version: 2, headHash: entries[2]?.hash, updatedAt: new Date('2026-01-02') },
    { ...wallet, balance: 10n, version: 2, headHash: entries[3]?.hash, updatedAt: new Date('2026-01-02') },
  ]);
});

it('returns nothing for an empty batch', () => {
  expect(seal([])).toEqual({ entries: [], accounts: [], earmarks: false });
});
