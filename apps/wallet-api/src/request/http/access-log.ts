import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { loggableError } from '../logging/loggable-error.js';
import { pathOf } from './path-of.js';
import { roundMs, slowRequestFields } from './slow-request.js';

/** Logs one line per request, once it is answered, without secrets, and another one if it was slow. */
export class AccessLog extends LogController {
  /** `slowRequestMs`: from which duration on a request is slow; `undefined` for never. */
  constructor(private readonly slowRequestMs: number | undefined) {
    super({ requestIdLogLabel: 'requestId' });
  }

  override incomingRequest(): void {
    // `requestCompleted` logs the request.
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
        durationMs: roundMs(reply.elapsedTime),
        ...(error && { err: error }),
      },
      'request',
    );
    if (this.slowRequestMs !== undefined && reply.elapsedTime >= this.slowRequestMs) {
      request.log.warn(slowRequestFields(request, reply), 'slow request');
    }
  }
}

/** Serialisers that keep quoted values of errors and the query of requests out of the log. */
export const logSerializers = {
  err: loggableError,
  req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) }),
};
