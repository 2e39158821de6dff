import { CatalogError } from '@app/catalog';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { isTransientDatabaseError, UnavailableError } from '@app/database';
import { CursorError } from '@app/ledger';
import { PlayersError } from '@app/players';
import { ReportsError } from '@app/reports';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { safeMessage } from '../logging/loggable-error.js';
import { problemDocument, ProblemError } from '../problems/problem.js';
import { problemCatalogue, type ProblemCode } from '../problems/problem-catalogue.js';
import { pathOf } from './path-of.js';
import { answerWhileReading } from './unread-body.js';

/** Every error of every route ends here, and leaves as a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** What is not the caller's fault goes into the log whole, and to the caller without its insides. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error);
  const { status, retryAfter } = problemCatalogue[problem.code];
  if (status === 503) {
    // These come in bursts: one line each, without a stack; the first cause says enough.
    request.log.warn({ code: problem.code, cause: safeMessage(error) }, 'unavailable');
  } else if (status >= 500) {
    request.log.error({ err: error, code: problem.code }, problem.message);
  }
  // A 401 names the way to do better (RFC 9110, section 11.6.1).
  if (status === 401) void reply.header('www-authenticate', 'Bearer realm="wallet"');
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  void reply.headers(problem.headers);
  const document = JSON.stringify(problemDocument(problem, { path: pathOf(request), id: request.id }));
  void reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(answerWhileReading(request, reply, document));
}

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  // The journal wraps the original error.
  const catalogError = [error, causeOf(error)].find((each) => each instanceof CatalogError);
  if (catalogError) {
    const { code, message, members } = catalogError;
    return new ProblemError(code, message, members, { cause: error });
  }
  if (error instanceof UnavailableError) {
    return new ProblemError(error.code, undefined, {}, { cause: error });
  }
  if (error instanceof CursorError) return new ProblemError('invalid-cursor', error.message);
  if (error instanceof ReportsError) return new ProblemError(error.code, error.message);
  if (error instanceof PlayersError) return new ProblemError(error.code, error.message);
  const status = statusOf(error);
  const code = codeOfStatus[status] ?? (status >= 400 && status < 500 ? 'bad-request' : undefined);
  if (code) return new ProblemError(code);
  if (isTransientDatabaseError(error)) return new ProblemError('database-unavailable');
  return new ProblemError('internal', 'The request failed; nothing more can be said here.');
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

/**
 * Errors that the framework raises before one of our handlers runs, by the status that it gives them. Any other 4xx, such as
 * the 403 for a way out of the folder of Swagger UI, is a bad request: the fault is the caller's.
 */
const codeOfStatus: Partial<Record<number, ProblemCode>> = {
  400: 'bad-request',
  404: 'route-not-found',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'bad-request',
  415: 'unsupported-media-type',
  431: 'headers-too-large',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return 500;
}
