import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A body holds an amount, two short texts and 4 KiB of metadata. 16 KiB leaves room for white space. */
export const bodyLimit = 16 * 1024;

/**
 * How much of an unwanted body is read before the connection is closed: four times what nginx forwards by default
 * (`client_max_body_size`).
 */
export const maxDiscardedBytes = 4 * 1024 * 1024;

/** How long the rest of the body may take to arrive. */
export const lingerMs = 5_000;

/**
 * Lets a client that is still sending read its answer. Closing a socket with unread bytes resets it, and the client loses the
 * answer (RFC 9112, section 9.6). So the answer is sent whole and the rest of the body is discarded; the connection closes at
 * the end of the body, after `maxDiscardedBytes` or after `lingerMs`.
 *
 * Returns `text` itself if there is nothing to wait for: no body, or a small one on a connection that stays open, which Node
 * discards.
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
      if (bytes > maxDiscardedBytes) done();
    });
    request.once('end', done).once('close', done).once('error', done);
    request.resume();
  });
}
