import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemDocument, ProblemError } from '../problems/problem.js';
import { problemCatalogue, type ProblemCode } from '../problems/problem-catalogue.js';

const codeOfParserError: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/**
 * Answers what is not even HTTP: there is no request yet, only bytes on a socket. The connection is closed, since
 * nobody can know where the next request begins.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = codeOfParserError[error.code ?? ''] ?? 'bad-request';
  const { status, explanation } = problemCatalogue[code];
  const body = JSON.stringify(
    problemDocument(new ProblemError(code, explanation), { path: '', id: randomUUID() }),
  );
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n` +
      `content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` +
      `connection: close\r\n\r\n${body}`,
  );
}
