/** The binary encoding of one element type. Sizes are in bytes. */
interface ElementType {
  /** The object id of the type: `SELECT oid FROM pg_type`. */
  oid: number;
  sizeOf: (value: never) => number;
  write: (value: never, buffer: Buffer, at: number) => void;
}

const utf8 = {
  sizeOf: (text: string) => Buffer.byteLength(text, 'utf8'),
  write: (text: string, buffer: Buffer, at: number) => buffer.write(text, at, 'utf8'),
};

/** Milliseconds from 1970 to 2000, PostgreSQL's epoch. */
const postgresEpochMs = 946_684_800_000;

const elementTypes: Record<string, ElementType> = {
  smallint: {
    oid: 21,
    sizeOf: () => 2,
    write: (value: number, buffer, at) => buffer.writeInt16BE(value, at),
  },
  bigint: { oid: 20, sizeOf: () => 8, write: writeBigint },
  numeric: { oid: 1700, sizeOf: (value: bigint) => 8 + 2 * groupsOf(value), write: writeNumeric },
  text: { oid: 25, ...utf8 },
  json: { oid: 114, ...utf8 },
  jsonb: {
    oid: 3802,
    sizeOf: (text: string) => 1 + utf8.sizeOf(text),
    // A version byte precedes the text.
    write: (text: string, buffer, at) => utf8.write(text, buffer, buffer.writeUInt8(1, at)),
  },
  bytea: {
    oid: 17,
    sizeOf: (bytes: Buffer) => bytes.length,
    write: (bytes: Buffer, buffer, at) => bytes.copy(buffer, at),
  },
  uuid: {
    oid: 2950,
    sizeOf: () => 16,
    write: writeUuid,
  },
  timestamptz: {
    oid: 1184,
    sizeOf: () => 8,
    // No column of this schema stores more than milliseconds.
    write: (instant: Date | string, buffer, at) => {
      const ms = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
      const microseconds = (ms - postgresEpochMs) * 1_000;
      if (Number.isSafeInteger(microseconds)) writeBigint(microseconds, buffer, at);
      // After the year 2285.
      else buffer.writeBigInt64BE(BigInt(ms - postgresEpochMs) * 1_000n, at);
    },
  },
};

/**
 * Writes a number in two halves: the ledger's integers are exact as numbers, and converting each to BigInt would be slower. Also
 * takes the text of a bigint as PostgreSQL sent it.
 */
export function writeBigint(value: number | string, buffer: Buffer, at: number): void {
  if (typeof value === 'string') {
    buffer.writeBigInt64BE(BigInt(value), at);
    return;
  }
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a safe integer`);
  const high = Math.floor(value / 2 ** 32);
  buffer.writeInt32BE(high, at);
  buffer.writeUInt32BE(value - high * 2 ** 32, at + 4);
}

/** How many groups of four decimal digits an integer has. */
function groupsOf(value: bigint): number {
  const size = value < 0n ? -value : value;
  let groups = 0;
  for (let bound = 1n; bound <= size; bound *= 10_000n) groups++;
  return groups;
}

/** Writes an integer as `numeric_recv` reads it: the number of groups, the weight of the first, sign, no decimals, the groups. */
function writeNumeric(value: bigint, buffer: Buffer, at: number): void {
  const groups = groupsOf(value);
  for (const word of [groups, groups - 1, value < 0n ? 0x4000 : 0, 0]) at = buffer.writeInt16BE(word, at);
  let rest = value < 0n ? -value : value;
  for (let group = groups - 1; group >= 0; group--) {
    buffer.writeInt16BE(Number(rest % 10_000n), at + 2 * group);
    rest /= 10_000n;
  }
}

/** The value of each hexadecimal digit, by its character code. */
const digits = new Map(
  [...'0123456789abcdefABCDEF'].map((digit) => [digit.charCodeAt(0), parseInt(digit, 16)]),
);
const digitOf = Uint8Array.from({ length: 128 }, (_, code) => digits.get(code) ?? 0xff);

/**
 * Converts digit by digit: a batch writes eight UUIDs per posting, and stripping the dashes first would allocate a string each
 * time.
 */
export function writeUuid(id: string, buffer: Buffer, at: number): void {
  let invalid = id.length === 36 ? 0 : 0xf0;
  for (let from = 0; from < 36; from += 2) {
    if (from === 8 || from === 13 || from === 18 || from === 23) {
      if (id[from++] !== '-') invalid = 0xf0;
    }
    const high = digitOf[id.charCodeAt(from)] ?? 0xff;
    const low = digitOf[id.charCodeAt(from + 1)] ?? 0xff;
    invalid |= (high | low) & 0xf0;
    buffer[at++] = (high << 4) | low;
  }
  if (invalid) throw new TypeError(`${id} is not a UUID`);
}

/**
 * Encodes array parameters in the binary format of their type. The driver would send them as text, which it has to quote and
 * PostgreSQL has to parse; a batch sends thousands of elements. Element types come from the casts in the statement,
 * `$1::bigint[]` or `CAST($1 AS bigint[])`. The driver still encodes arrays without a cast or of another type.
 */
export function arrayEncoder(statement: string): (values: readonly unknown[]) => unknown[] {
  const types: (ElementType | undefined)[] = [];
  for (const [, one, oneType, other, otherType] of statement.matchAll(
    /\$(\d+)::(\w+)\[\]|CAST\(\$(\d+) AS (\w+)\[\]\)/g,
  )) {
    types[Number(one ?? other) - 1] = elementTypes[oneType ?? otherType ?? ''];
  }
  return (values) =>
    values.map((value, index) => {
      const type = types[index];
      return type && Array.isArray(value) ? binaryArray(type, value) : value;
    });
}

const headerLength = 20;

/** Writes what `array_recv` reads: a header for one dimension with lower bound 1, then each element after its length. */
function binaryArray(type: ElementType, values: readonly unknown[]): Buffer {
  let length = headerLength;
  let hasNull = 0;
  const sizes = values.map((value) => {
    const size = value === null ? -1 : type.sizeOf(value as never);
    if (size < 0) hasNull = 1;
    length += 4 + Math.max(0, size);
    return size;
  });
  const buffer = Buffer.allocUnsafe(length);
  const header = [values.length === 0 ? 0 : 1, hasNull, type.oid, values.length, 1];
  let at = 0;
  for (const word of header) at = buffer.writeInt32BE(word, at);
  values.forEach((value, index) => {
    const size = sizes[index] ?? -1;
    at = buffer.writeInt32BE(size, at);
    if (size === -1) return;
    type.write(value as never, buffer, at);
    at += size;
  });
  return values.length === 0 ? buffer.subarray(0, 12) : buffer;
}
