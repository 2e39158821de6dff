import { hash } from 'node:crypto';

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
  const { type, userId, reference, description, clientId, idempotencyKey } = entry;
  const texts = [type, userId, reference, description, clientId, idempotencyKey];
  // One buffer and one call: it is made twice for each transfer.
  const bytes = Buffer.allocUnsafe(texts.reduce((length, text) => length + textLength(text), fixedLength));
  let at = entry.previousHash.copy(bytes, 0);
  at = bytes.writeInt16BE(entry.shard, at);
  at = bytes.writeInt16BE(entry.leg, at);
  at += bytes.write(entry.accountId.replaceAll('-', ''), at, 'hex');
  at = bytes.writeBigInt64BE(BigInt(entry.version), at);
  at += bytes.write(entry.transactionId.replaceAll('-', ''), at, 'hex');
  at = bytes.writeBigInt64BE(BigInt(entry.amount), at);
  at = bytes.writeBigInt64BE(BigInt(entry.balanceAfter), at);
  at = bytes.writeBigInt64BE(BigInt(entry.createdAt.getTime()) * 1000n, at);
  if (at !== fixedLength) throw new Error(`an entry to hash has ${at} bytes in place of ${fixedLength}`);

  for (const text of texts) {
    at = bytes.writeInt32BE(text === null ? -1 : textLength(text) - 4, at);
    if (text !== null) at += bytes.write(text, at, 'utf8');
  }
  return hash('sha256', bytes, 'buffer');
}

/** How many bytes a text takes, with the four that tell its length. */
function textLength(text: string | null): number {
  return 4 + (text === null ? 0 : Buffer.byteLength(text, 'utf8'));
}
