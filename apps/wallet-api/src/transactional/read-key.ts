import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseJsonObject } from '../http/json-body.js';
import { idempotencyKeyOf } from './idempotency-key.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route moves credits: it needs an Idempotency-Key. */
    transactional?: boolean;
    /** An empty body means `{}`. */
    bodyOptional?: boolean;
  }
  interface FastifyRequest {
    idempotencyKey: string | null;
  }
}

const withBody = new Set(['POST', 'PUT', 'PATCH']);

/** Reads the key and then the body of every write, in the documented order of problems, before any handler is asked. */
export function readKeyAndBody(server: FastifyInstance): void {
  server.decorateRequest('idempotencyKey', null);

  server.addHook('preValidation', (request, _reply, done) => {
    if (!withBody.has(request.method)) {
      done();
      return;
    }
    try {
      const { transactional, bodyOptional } = request.routeOptions.config;
      if (transactional) request.idempotencyKey = idempotencyKeyOf(request.raw);
      const { body } = request;
      const absent = body === undefined || (Buffer.isBuffer(body) && body.length === 0);
      request.body = absent && bodyOptional ? {} : parseJsonObject(body);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

export function requestKeyOf({ idempotencyKey }: FastifyRequest): string {
  if (idempotencyKey === null) throw new Error('the key of a route that needs none was asked for');
  return idempotencyKey;
}
