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
  balanceAfter: bigint;
  createdAt: Date;
  type: string;
  userId: string;
  reference: string | null;
  description: string | null;
  clientId: string;
  idempotencyKey: string;
}

const fixedLength = 32 + 2 + 2 + 16 + 8 + 16 + 8 + 8 + 8;

/** Beyond this a balance does not fit into eight bytes; the most negative integer that does marks those. */
const mark = 2n ** 63n;

/**
 * The hash that chains an entry to the one before it on the same account: SHA-256 over the fields in the order of
 * `HashedEntry`. Integers are big-endian (2 bytes for shard and leg, 8 for the rest), the time is microseconds
 * since 1970 in 8 bytes, ids are the 16 bytes of the UUID, and a text stands behind its length in bytes (4 bytes; −1 for none).
 * A balance beyond ±(2^63 − 1) is the 8 bytes of −2^63, and then its decimal digits as a text.
 * The SQL function `entry_hash` gives the same and serves the audit.
 */
export function entryHash(entry: HashedEntry): Buffer {
  const { type, userId, reference, description, clientId, idempotencyKey, balanceAfter } = entry;
  const texts = [type, userId, reference, description, clientId, idempotencyKey];
  const digits = balanceAfter > -mark && balanceAfter < mark ? undefined : String(balanceAfter);
  const textsFrom = digits === undefined ? fixedLength : fixedLength + textLength(digits);
  // One buffer and one call: it is made twice for each transfer.
  const bytes = Buffer.allocUnsafe(texts.reduce((length, text) => length + textLength(text), textsFrom));
  let at = entry.previousHash.copy(bytes, 0);
  at = bytes.writeInt16BE(entry.shard, at);
  at = bytes.writeInt16BE(entry.leg, at);
  at += bytes.write(entry.accountId.replaceAll('-', ''), at, 'hex');
  at = bytes.writeBigInt64BE(BigInt(entry.version), at);
  at += bytes.write(entry.transactionId.replaceAll('-', ''), at, 'hex');
  at = bytes.writeBigInt64BE(BigInt(entry.amount), at);
  at = bytes.writeBigInt64BE(digits === undefined ? balanceAfter : -mark, at);
  if (digits !== undefined) at = writeText(digits, bytes, at);
  at = bytes.writeBigInt64BE(BigInt(entry.createdAt.getTime()) * 1000n, at);
  if (at !== textsFrom) throw new Error(`an entry to hash has ${at} bytes in place of ${textsFrom}`);

  for (const text of texts) at = writeText(text, bytes, at);
  return hash('sha256', bytes, 'buffer');
}

function writeText(text: string | null, bytes: Buffer, at: number): number {
  const from = bytes.writeInt32BE(text === null ? -1 : textLength(text) - 4, at);
  return text === null ? from : from + bytes.write(text, from, 'utf8');
}

/** How many bytes a text takes, with the four that tell its length. */
function textLength(text: string | null): number {
  return 4 + (text === null ? 0 : Buffer.byteLength(text, 'utf8'));
}
