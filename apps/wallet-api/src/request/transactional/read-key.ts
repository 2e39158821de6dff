import { fingerprint } from '@app/idempotency';
import type { PostingKey } from '@app/ledger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseJsonObject } from '../http/json-body.js';
import { pathOf } from '../http/path-of.js';
import { idempotencyKeyOf } from './idempotency-key.js';

/** The key of a request, and what makes it that request. */
type RequestKey = Pick<PostingKey, 'key' | 'fingerprint'>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route moves credits: it needs an Idempotency-Key. */
    transactional?: boolean;
    /** An empty body means `{}`. */
    bodyOptional?: boolean;
  }
  interface FastifyRequest {
    idempotency: RequestKey | null;
  }
}

const withBody = new Set(['POST', 'PUT', 'PATCH']);

/** Reads the key and then the body of every write, in the documented order of problems, before any handler is asked. */
export function readKeyAndBody(server: FastifyInstance): void {
  server.decorateRequest('idempotency', null);

  server.addHook('preValidation', (request, _reply, done) => {
    if (!withBody.has(request.method)) {
      done();
      return;
    }
    try {
      const { transactional, bodyOptional } = request.routeSettings;
      const key = transactional ? idempotencyKeyOf(request.raw) : null;
      const { body } = request;
      const absent = body === undefined || (Buffer.isBuffer(body) && body.length === 0);
      request.body = absent && bodyOptional ? {} : parseJsonObject(body);
      if (key !== null) request.idempotency = { key, fingerprint: fingerprintOf(request) };
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

/** Of the body as it came: what a DTO makes of it may change with the next release, and a retry may come after that. */
function fingerprintOf(request: FastifyRequest): Buffer {
  const { method, body } = request;
  return fingerprint({ method, path: decodeURIComponent(pathOf(request)), body });
}

export function requestKeyOf({ idempotency }: FastifyRequest): RequestKey {
  if (!idempotency) throw new Error('the key of a route that needs none was asked for');
  return idempotency;
}
