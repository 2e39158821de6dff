import { HashInput } from './hash-input.js';

/** The format version, which is the first byte. */
const format = 2;

const hashSize = 32;
const saltSize = 16;

/** The texts of a transaction. */
export interface HashedTexts {
  type: string;
  userId: string;
  /** `client:game-server`; see `actorText`. */
  actor: string;
  reference: string | null;
  description: string | null;
  clientId: string;
  idempotencyKey: string | null;
  /** Canonical JSON, as stored. */
  metadata: string;
}

/** One entry as covered by the transaction digest. */
export interface HashedEntry {
  leg: number;
  accountId: string;
  version: number;
  /** Signed whole minor units. */
  amount: number;
  balanceAfter: bigint;
  createdAt: Date;
}

export interface HashedTransaction {
  shard: number;
  place: number;
  id: string;
  createdAt: Date;
  /** The user's 16 bytes. */
  salt: Buffer;
  texts: HashedTexts;
  /** Leg by leg, the debit before the credit. */
  entries: readonly HashedEntry[];
  /** See `effectsDigest`; `null` without effects. */
  effectsDigest: Buffer | null;
}

const input = new HashInput();

/**
 * SHA-256 over everything in a transaction. docs/hash-format.md has the bytes and an example. The texts are hashed separately
 * with the user's salt: they can be erased together with the salt, and the rest remains verifiable.
 *
 * The audit computes the same with the SQL function `transaction_digest`.
 */
export function transactionDigest(transaction: HashedTransaction): Buffer {
  const texts = textsHash(transaction.salt, transaction.texts);
  return input
    .begin()
    .byte(format)
    .int16(transaction.shard)
    .int64(transaction.place)
    .uuid(transaction.id)
    .time(transaction.createdAt)
    .fixed(texts, hashSize)
    .sizedBy(() => {
      for (const { leg, accountId, version, amount, balanceAfter, createdAt } of transaction.entries) {
        input.int16(leg).uuid(accountId).int64(version).int64(amount).balance(balanceAfter).time(createdAt);
      }
    })
    .sized(transaction.effectsDigest)
    .digest();
}

function textsHash(salt: Buffer, texts: HashedTexts): Buffer {
  return input
    .begin()
    .fixed(salt, saltSize)
    .text(texts.type)
    .text(texts.userId)
    .text(texts.actor)
    .text(texts.reference)
    .text(texts.description)
    .text(texts.clientId)
    .text(texts.idempotencyKey)
    .text(texts.metadata)
    .digest();
}

/**
 * Chains an entry to the previous one of its account: SHA-256 over that one's hash, the transaction digest, the leg and the side.
 */
export function entryHash(
  previousHash: Buffer,
  digest: Buffer,
  { leg, amount }: Pick<HashedEntry, 'leg' | 'amount'>,
): Buffer {
  return input
    .begin()
    .fixed(previousHash, hashSize)
    .fixed(digest, hashSize)
    .int16(leg)
    .byte(amount > 0 ? 1 : 0)
    .digest();
}
