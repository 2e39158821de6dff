import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/**
 * Streams a response while it is generated, with backpressure from the client. Resolves once the first part is there, so earlier
 * errors are still answered with a problem document.
 *
 * Later errors reset the connection. Just closing it would look like a complete response in HTTP/1.0, which proxies speak, and in
 * formats without an end marker.
 */
export async function sendInParts(
  reply: FastifyReply,
  parts: AsyncGenerator<string, void>,
  headers: { type: string; disposition?: string },
): Promise<StreamableFile> {
  // HEAD needs only the headers, so nothing is generated.
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
