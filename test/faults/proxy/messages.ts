/**
 * The messages of PostgreSQL's protocol 3.0 (PostgreSQL documentation, 55.7): a type byte and a length that counts itself;
 * the first message of a client has no type.
 */
export type Direction = 'frontend' | 'backend';

export interface Message {
  direction: Direction;
  /** The type byte, or `Startup`. */
  type: string;
  /** The complete message as sent. */
  bytes: Buffer;
}

const sslRequestCode = 80_877_103;

/** Splits the bytes of one direction of a connection into messages. */
export class MessageSplitter {
  private pending = Buffer.alloc(0);
  private started: boolean;

  constructor(private readonly direction: Direction) {
    this.started = direction === 'backend';
  }

  push(chunk: Buffer): Message[] {
    this.pending = Buffer.concat([this.pending, chunk]);
    const messages: Message[] = [];
    for (let message = this.next(); message; message = this.next()) messages.push(message);
    return messages;
  }

  private next(): Message | undefined {
    const typeBytes = this.started ? 1 : 0;
    if (this.pending.length < typeBytes + 4) return undefined;
    const length = typeBytes + this.pending.readUInt32BE(typeBytes);
    if (this.pending.length < length) return undefined;
    const bytes = this.pending.subarray(0, length);
    this.pending = this.pending.subarray(length);
    const type = this.started ? String.fromCharCode(bytes.readUInt8(0)) : 'Startup';
    if (type === 'Startup' && bytes.readUInt32BE(4) === sslRequestCode) {
      throw new Error('the proxy cannot read an encrypted connection: connect with sslmode=disable');
    }
    this.started = true;
    return { direction: this.direction, type, bytes };
  }
}

/** The statement of a Parse (its name and its text) or of a Query (its text). */
export function statementOf({ type, bytes }: Message): { name: string; sql: string } | undefined {
  if (type === 'Q') return { name: '', sql: textAt(bytes, 5) };
  if (type !== 'P') return undefined;
  const name = textAt(bytes, 5);
  return { name, sql: textAt(bytes, 5 + Buffer.byteLength(name) + 1) };
}

/** The prepared statement of a Bind. */
export function statementNameOfBind({ bytes }: Message): string {
  const portal = textAt(bytes, 5);
  return textAt(bytes, 5 + Buffer.byteLength(portal) + 1);
}

/** The tag of a CommandComplete, such as `COMMIT` or `INSERT 0 1`. */
export function commandTag({ bytes }: Message): string {
  return textAt(bytes, 5);
}

function textAt(bytes: Buffer, offset: number): string {
  return bytes.toString('utf8', offset, bytes.indexOf(0, offset));
}
