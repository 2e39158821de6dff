import type { FastifyRequest } from 'fastify';
import { loggableError } from '../logging/loggable-error.js';
import { pathOf } from './path-of.js';

/** Serializers for the log: errors without quoted values, requests without their query. */
export const logSerializers = {
  err: loggableError,
  req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) }),
};
