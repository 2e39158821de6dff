import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A body holds an amount, two short texts and 4 KiB of metadata; sixteen leaves room for white space. */
export const bodyLimit = 16 * 1024;

/**
 * What is read of a body that is not wanted, before the connection is cut: more than a client library sends by mistake, and
 * what nginx forwards by default (`client_max_body_size`) four times over.
 */
export const mostDiscardedBytes = 4 * 1024 * 1024;

/** How long the rest of it may take to arrive. */
export const lingerMs = 5_000;

/**
 * Makes an answer readable for a client that is still sending. A socket that is closed with unread bytes in it is reset, which
 * takes the answer from the client (RFC 9112, section 9.6). So the answer goes out whole, the connection stays open, what
 * else arrives is discarded, and then the connection is closed: after the body, after four MiB, or after five seconds.
 *
 * Gives `text` back where there is nothing to wait for: no body, or a small one on a connection that stays, which Node discards.
 */
export function answerWhileReading(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): string | Readable {
  const { raw } = request;
  if (!hasUnreadBody(raw) || request.method === 'HEAD') return text;
  const length = Number(raw.headers['content-length'] ?? Infinity);
  const staysOpen = reply.raw.shouldKeepAlive && reply.getHeader('connection') !== 'close';
  if (staysOpen && length <= bodyLimit) return text;
  void reply.headers({ connection: 'close', 'content-length': Buffer.byteLength(text) });
  return Readable.from(answerThenDiscard(text, raw));
}

function hasUnreadBody({ complete, headers }: IncomingMessage): boolean {
  if (complete) return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

async function* answerThenDiscard(text: string, request: IncomingMessage): AsyncGenerator<string> {
  yield text;
  await discard(request);
}

function discard(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(resolve, lingerMs);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostDiscardedBytes) done();
    });
    request.once('end', done).once('close', done).once('error', done);
    request.resume();
  });
}
