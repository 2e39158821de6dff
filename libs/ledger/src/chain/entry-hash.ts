import { createHash } from 'node:crypto';

/** Everything that the hash of an entry covers. */
export interface HashedEntry {
  previousHash: Buffer;
  shard: number;
  leg: number;
  accountId: string;
  version: number;
  transactionId: string;
  amount: number;
  balanceAfter: number;
  createdAt: Date;
  type: string;
  userId: string;
  reference: string | null;
  description: string | null;
  clientId: string;
  idempotencyKey: string;
}

const fixedLength = 32 + 2 + 2 + 16 + 8 + 16 + 8 + 8 + 8;

/**
 * The hash that chains an entry to the one before it on the same account: SHA-256 over the fields in the order of
 * `HashedEntry`. Integers are big-endian (2 bytes for shard and leg, 8 for the rest), the time is microseconds
 * since 1970 in 8 bytes, ids are the 16 bytes of the UUID, and a text stands behind its length in bytes (4 bytes; −1 for none).
 * The SQL function `entry_hash` gives the same and serves the audit.
 */
export function entryHash(entry: HashedEntry): Buffer {
  const fixed = Buffer.allocUnsafe(fixedLength);
  let at = entry.previousHash.copy(fixed, 0);
  at = fixed.writeInt16BE(entry.shard, at);
  at = fixed.writeInt16BE(entry.leg, at);
  at += fixed.write(entry.accountId.replaceAll('-', ''), at, 'hex');
  at = fixed.writeBigInt64BE(BigInt(entry.version), at);
  at += fixed.write(entry.transactionId.replaceAll('-', ''), at, 'hex');
  at = fixed.writeBigInt64BE(BigInt(entry.amount), at);
  at = fixed.writeBigInt64BE(BigInt(entry.balanceAfter), at);
  at = fixed.writeBigInt64BE(BigInt(entry.createdAt.getTime()) * 1000n, at);
  if (at !== fixedLength) throw new Error(`an entry to hash has ${at} bytes in place of ${fixedLength}`);

  const hash = createHash('sha256').update(fixed);
  for (const text of [
    entry.type,
    entry.userId,
    entry.reference,
    entry.description,
    entry.clientId,
    entry.idempotencyKey,
  ]) {
    hash.update(lengthOf(text));
    if (text !== null) hash.update(text, 'utf8');
  }
  return hash.digest();
}

function lengthOf(text: string | null): Buffer {
  const length = Buffer.allocUnsafe(4);
  length.writeInt32BE(text === null ? -1 : Buffer.byteLength(text, 'utf8'));
  return length;
}
