import { isTransientDatabaseError, writeRefusalOf } from '@app/database';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { safeMessage } from '../logging/loggable-error.js';
import { ProblemError } from '../problems/problem.js';
import type { ProblemCode } from '../problems/problem-code.js';
import { problemDocument } from '../problems/problem-document.js';
import { ProblemRegistry } from '../problems/problem-registry.js';
import { pathOf } from './path-of.js';
import { answerWhileReading } from './unread-body.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the problem that answers it. */
    problemCode: string | undefined;
  }
}

/** Answers every error of every route with a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly problems: ProblemRegistry) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, {
      request: http.getRequest<FastifyRequest>(),
      reply: http.getResponse<FastifyReply>(),
      problems: this.problems,
    });
  }
}

/** Answers with a problem document. Server errors are logged in full, and answered without internal details. */
export function answerProblem(
  error: unknown,
  { request, reply, problems }: { request: FastifyRequest; reply: FastifyReply; problems: ProblemRegistry },
): void {
  const problem = problems.problemOf(error) ?? frameworkProblem(error);
  request.problemCode = problem.code;
  const { status, retryAfter } = problems.definitionOf(problem.code);
  if (status === 503) {
    // These come in bursts: log one line each, without a stack.
    const cause = safeMessage(error === problem ? problems.detailOf(problem) : error);
    request.log.warn({ code: problem.code, cause }, 'unavailable');
  } else if (status >= 500) {
    request.log.error({ err: error, code: problem.code }, problem.message);
  }
  // A 401 must carry a challenge (RFC 9110, section 11.6.1).
  if (status === 401) void reply.header('www-authenticate', 'Bearer realm="wallet"');
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  void reply.headers(problem.headers);
  const document = problemDocument(problem, { request: { path: pathOf(request), id: request.id }, problems });
  void reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(answerWhileReading(request, reply, JSON.stringify(document)));
}

/** Maps an error of the framework or the database to a problem. */
function frameworkProblem(error: unknown): ProblemError {
  const status = statusOf(error);
  const code = codeOfStatus[status] ?? (status >= 400 && status < 500 ? 'bad-request' : undefined);
  if (code) return new ProblemError(code);
  if (isTransientDatabaseError(error))
    return new ProblemError(writeRefusalOf(error) ?? 'database-unavailable');
  return new ProblemError('internal', 'The request failed. The log of the service has the reason.');
}

/**
 * Codes for errors that the framework raises before a handler runs, by their status. Any other 4xx is a bad request, such as the
 * 403 for path traversal below Swagger UI.
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
