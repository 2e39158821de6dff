import { Socket } from 'node:net';
import { MessageSplitter, statementNameOfBind, statementOf } from '../faults/proxy/messages.js';

export interface SentPackets {
  /** Forgets the packets so far. */
  clear(): void;
  /** The statements of each packet sent since then, in order. */
  statements(): string[][];
  stop(): void;
}

/**
 * Records what this process sends to PostgreSQL. A single write to a socket counts as one packet. Start it before the first
 * connection: a conversation is parsed from its first message.
 */
export function recordSentPackets(): SentPackets {
  const conversations = new WeakMap<Socket, (bytes: Buffer) => string[]>();
  let packets: string[][] = [];
  const note = (socket: Socket, bytes: Buffer) => {
    const read = conversations.get(socket) ?? readConversation();
    conversations.set(socket, read);
    const statements = read(bytes);
    if (statements.length > 0) packets.push(statements);
  };

  type Write = Socket['_write'];
  type WriteAll = NonNullable<Socket['_writev']>;
  // Called with the socket as `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { _write: write, _writev: writeAll } = Socket.prototype;
  if (!writeAll) throw new Error('a socket of this Node writes chunk by chunk');
  Socket.prototype._write = function (this: Socket, ...args: Parameters<Write>) {
    note(this, bytesOf(args[0], args[1]));
    write.apply(this, args);
  };
  Socket.prototype._writev = function (this: Socket, ...args: Parameters<WriteAll>) {
    note(this, Buffer.concat(args[0].map(({ chunk, encoding }) => bytesOf(chunk, encoding))));
    writeAll.apply(this, args);
  };
  return {
    clear: () => {
      packets = [];
    },
    statements: () => packets,
    stop: () => {
      Socket.prototype._write = write;
      Socket.prototype._writev = writeAll;
    },
  };
}

function bytesOf(chunk: unknown, encoding: BufferEncoding): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : (chunk as Buffer);
}

/** Returns the statements in each part of a conversation; prepared ones by name. */
function readConversation(): (bytes: Buffer) => string[] {
  const splitter = new MessageSplitter('frontend');
  const prepared = new Map<string, string>();
  return (bytes) =>
    splitter.push(bytes).flatMap((message) => {
      const statement = statementOf(message);
      if (message.type === 'P' && statement) prepared.set(statement.name, statement.sql);
      if (message.type === 'Q' && statement) return [statement.sql];
      return message.type === 'B' ? [prepared.get(statementNameOfBind(message)) ?? 'unknown'] : [];
    });
}
