import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/**
 * An answer that is made while it is sent, at the pace at which the client reads it. Resolves with the first part, so what
 * goes wrong before that is still answered with a problem document.
 *
 * What goes wrong later resets the connection: its end alone would look like the end of the answer to HTTP/1.0, which proxies
 * speak, and in a format that does not mark its end.
 */
export async function sendInParts(
  reply: FastifyReply,
  parts: AsyncGenerator<string, void>,
  headers: { type: string; disposition?: string },
): Promise<StreamableFile> {
  // HEAD asks for the headers alone; nothing is made for it.
  if (reply.request.method === 'HEAD') return new StreamableFile(Readable.from([]), headers);
  const first = await parts.next();
  const stream = Readable.from(startingWith(first, parts), { objectMode: false });
  stream.once('error', () => {
    if (reply.raw.headersSent) reply.raw.socket?.resetAndDestroy();
  });
  return new StreamableFile(stream, headers);
}

async function* startingWith(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string, void>,
): AsyncGenerator<string, void> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
