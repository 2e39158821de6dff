import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import { ProblemError } from '../problems/problem.js';
import type { ProblemCode } from '../problems/problem-code.js';
import { problemDocument } from '../problems/problem-document.js';
import type { ProblemRegistry } from '../problems/problem-registry.js';
import { dataHeaders } from './security-headers.js';
import { lingerMs, maxDiscardedBytes } from './unread-body.js';

const codeOfParserError: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

const securityLines = Object.entries(dataHeaders)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

/** The latest response that each connection waits for. */
const pendingResponses = new WeakMap<Socket, ServerResponse>();

export function trackResponse(response: ServerResponse): void {
  pendingResponses.set(response.req.socket, response);
}

/**
 * Call once the response has been sent. Otherwise an idle connection would keep it, with its request, until both reach the old
 * generation of the heap.
 */
export function untrackResponse(response: ServerResponse): void {
  const { socket } = response.req;
  // With HTTP pipelining, the next response of the connection may already be pending.
  if (pendingResponses.get(socket) === response) pendingResponses.delete(socket);
}

/** Bytes received on each connection by the time its error was answered. */
const bytesAtAnswer = new WeakMap<Socket, number>();

/**
 * Answers input that is not HTTP. There is no request yet, only bytes on a socket. The connection is closed because the start
 * of the next request is unknown. Bytes that arrive before then raise more errors on the same socket, and are discarded like the
 * body in `unread-body.ts`.
 */
export function answerClientError(
  error: NodeJS.ErrnoException,
  socket: Socket,
  { log, problems }: { log: FastifyBaseLogger; problems: ProblemRegistry },
): void {
  const before = bytesAtAnswer.get(socket);
  const isDiscarded = before !== undefined && socket.bytesRead - before <= maxDiscardedBytes;
  if (isDiscarded && error.code !== 'ECONNRESET') return;
  if (before !== undefined || error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  // Surplus bytes after a complete request, such as with a Content-Length that is too small. That request goes on and may
  // commit. Its caller would mistake an error for its answer, so only the request is answered.
  const pending = pendingResponses.get(socket);
  if (pending?.req.complete && !pending.writableFinished) {
    pending.once('close', () => socket.end());
    return;
  }
  // The request was answered early, and its body did not arrive in time.
  if (pending?.headersSent && !pending.writableFinished) {
    socket.destroy();
    return;
  }
  const code = codeOfParserError[error.code ?? ''] ?? 'bad-request';
  const { status } = problems.definitionOf(code);
  const id = randomUUID();
  const request = { path: '', id };
  const body = JSON.stringify(problemDocument(new ProblemError(code), { request, problems }));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n` +
      `content-type: application/problem+json; charset=utf-8\r\nx-request-id: ${id}\r\n${securityLines}` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
  bytesAtAnswer.set(socket, socket.bytesRead);
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => {
    clearTimeout(timer);
  });
  // Not the error itself: it holds the received bytes, which may include secret headers.
  log.info({ requestId: id, status, reason: error.code }, 'request');
}
