import { hash } from 'node:crypto';
import { writeBigint, writeUuid } from '@app/database';

/** Beyond this a balance does not fit into eight bytes; the smallest integer that does marks such a balance. */
const mark = 2n ** 63n;

/**
 * Builds the input of one SHA-256, in the encoding of docs/hash-format.md. The buffer is reused: a transfer makes four hashes.
 */
export class HashInput {
  private bytes = Buffer.allocUnsafe(8192);
  private length = 0;

  /** Resets the input, including anything an error left behind. */
  begin(): this {
    this.length = 0;
    return this;
  }

  /** One byte. */
  byte(value: number): this {
    this.length = this.room(1).writeUInt8(value, this.length);
    return this;
  }

  /** Two bytes, big-endian. */
  int16(value: number): this {
    this.length = this.room(2).writeInt16BE(value, this.length);
    return this;
  }

  /** A safe integer in eight bytes, big-endian. */
  int64(value: number): this {
    writeBigint(value, this.room(8), this.length);
    this.length += 8;
    return this;
  }

  /** Microseconds since 1970, in eight bytes. */
  time(instant: Date): this {
    this.length = this.room(8).writeBigInt64BE(BigInt(instant.getTime()) * 1000n, this.length);
    return this;
  }

  /** Eight bytes within ±(2^63 − 1). Beyond that, the eight bytes of −2^63 and the decimal digits as text. */
  balance(value: bigint): this {
    const fits = value > -mark && value < mark;
    this.length = this.room(8).writeBigInt64BE(fits ? value : -mark, this.length);
    return fits ? this : this.text(String(value));
  }

  /** The 16 bytes of a UUID. */
  uuid(id: string): this {
    writeUuid(id, this.room(16), this.length);
    this.length += 16;
    return this;
  }

  /** Exactly `size` bytes. */
  fixed(bytes: Buffer, size: number): this {
    if (bytes.length !== size) throw new TypeError(`Expected ${size} bytes to hash, got ${bytes.length}`);
    this.room(size);
    this.length += bytes.copy(this.bytes, this.length);
    return this;
  }

  /** A four-byte length and the bytes; length −1 for `null`. */
  sized(bytes: Buffer | null): this {
    this.length = this.room(4).writeInt32BE(bytes === null ? -1 : bytes.length, this.length);
    return bytes === null ? this : this.fixed(bytes, bytes.length);
  }

  /** A four-byte length in bytes and the text as UTF-8; length −1 for `null`. */
  text(text: string | null): this {
    const size = text === null ? -1 : Buffer.byteLength(text, 'utf8');
    this.length = this.room(4 + Math.max(0, size)).writeInt32BE(size, this.length);
    if (text !== null) this.length += this.bytes.write(text, this.length, 'utf8');
    return this;
  }

  /** A four-byte length and everything `write` adds. */
  sizedBy(write: (input: this) => void): this {
    const from = this.length;
    this.room(4);
    this.length += 4;
    write(this);
    this.bytes.writeInt32BE(this.length - from - 4, from);
    return this;
  }

  /** The SHA-256. Via hex: a Buffer from `hash` is memory outside the heap, which costs twice as much as the hash itself. */
  digest(): Buffer {
    return Buffer.from(hash('sha256', this.bytes.subarray(0, this.length), 'hex'), 'hex');
  }

  private room(size: number): Buffer {
    if (this.length + size > this.bytes.length) {
      const larger = Buffer.allocUnsafe(2 * (this.length + size));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    return this.bytes;
  }
}
