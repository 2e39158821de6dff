import type { FastifyRequest } from 'fastify';
import { loggableError } from '../logging/loggable-error.js';
import { pathOf } from './path-of.js';

/** How the log writes what Fastify and the service hand to it: errors without what they quote, requests without their query. */
export const logSerializers = {
  err: loggableError,
  req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) }),
};
