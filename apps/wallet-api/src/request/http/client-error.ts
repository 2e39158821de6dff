import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import { ProblemError } from '../problems/problem.js';
import type { ProblemCode } from '../problems/problem-code.js';
import { problemDocument } from '../problems/problem-document.js';
import type { ProblemRegistry } from '../problems/problem-registry.js';
import { headersOfData } from './security-headers.js';
import { lingerMs, maxDiscardedBytes } from './unread-body.js';

const codeOfParserError: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

const securityLines = Object.entries(headersOfData)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

/** The latest answer that each connection waits for. */
const pendingAnswers = new WeakMap<Socket, ServerResponse>();

export function rememberAnswer(answer: ServerResponse): void {
  pendingAnswers.set(answer.req.socket, answer);
}

/**
 * To be called when it has been given. An idle connection would hold it, with its request, for longer than the young generation
 * of the heap lasts.
 */
export function forgetAnswer(answer: ServerResponse): void {
  const { socket } = answer.req;
  // A client that does not wait for one answer before it sends the next request has another pending by now.
  if (pendingAnswers.get(socket) === answer) pendingAnswers.delete(socket);
}

/** Bytes received on a connection when its error was answered. */
const bytesAtAnswer = new WeakMap<Socket, number>();

/**
 * Answers input that is not HTTP: there is no request yet, only bytes on a socket. The connection is closed because the start
 * of the next request is unknown. Bytes that arrive before that raise further errors on the same socket, and are discarded like
 * the body in `unread-body.ts`.
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
  // Bytes behind a whole request, such as those of a Content-Length that is too small. The caller would take this
  // answer for that of the request, which goes on and may commit: its own answer is the only one to give.
  const pending = pendingAnswers.get(socket);
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
  // Not the error itself: it carries the bytes that came, and with them whatever was secret in the headers.
  log.info({ requestId: id, status, reason: error.code }, 'request');
}
