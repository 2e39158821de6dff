import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { loggableError } from '../logging/loggable-error.js';
import { pathOf } from './path-of.js';

/** Logs one line per request, once it is answered, without secrets. */
export class AccessLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'requestId' });
  }

  override incomingRequest(): void {
    // `requestCompleted` logs the only line.
  }

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    request.log.info(
      {
        method: request.method,
        path: pathOf(request),
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 100) / 100,
        ...(error && { err: error }),
      },
      'request',
    );
  }
}

/** Serialisers that keep quoted values of errors and the query of requests out of the log. */
export const logSerializers = {
  err: loggableError,
  req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) }),
};
