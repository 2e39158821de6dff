import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { loggableError } from '../logging/loggable-error.js';
import { pathOf } from './path-of.js';
import { roundMs, slowRequestFields } from './slow-request.js';

declare module 'fastify' {
  interface FastifyInstance {
    accessLog: AccessLog;
  }
}

type AnsweredListener = (request: FastifyRequest, reply: FastifyReply) => void;

/** Logs one line per request, once it is answered, without secrets, and another one if it was slow. */
export class AccessLog extends LogController {
  private readonly listeners: AnsweredListener[] = [];

  /** `slowRequestMs`: from which duration on a request is slow; `undefined` for never. */
  constructor(private readonly slowRequestMs: number | undefined) {
    super({ requestIdLogLabel: 'requestId' });
  }

  /** Calls `listener` for each answered request, also for those with a malformed URL, which no hook sees. */
  onAnswered(listener: AnsweredListener): void {
    this.listeners.push(listener);
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
    for (const listener of this.listeners) listener(request, reply);
  }
}

/** Serialisers that keep quoted values of errors and the query of requests out of the log. */
export const logSerializers = {
  err: loggableError,
  req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) }),
};
