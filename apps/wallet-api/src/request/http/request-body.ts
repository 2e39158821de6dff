import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type JsonObject, parseJsonObject } from './json-body.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** An empty body means `{}`. */
    bodyOptional?: boolean;
  }
}

/**
 * The body of a write. It stays bytes until the validation pipe parses it, because permission and the Idempotency-Key come first
 * in the documented order of problems. Keeps the parsed object; a DTO made from it does not change it.
 */
export class RequestBody {
  private parsed: JsonObject | undefined;

  constructor(
    readonly request: FastifyRequest,
    private readonly bytes: unknown,
  ) {}

  /** Throws `malformed-json`, or `validation-failed` for JSON that is not an acceptable object. */
  parse(): JsonObject {
    this.parsed ??= this.isOmitted() ? {} : parseJsonObject(this.bytes);
    return this.parsed;
  }

  private isOmitted(): boolean {
    const isEmpty = this.bytes === undefined || (Buffer.isBuffer(this.bytes) && this.bytes.length === 0);
    return isEmpty && this.request.routeSettings.bodyOptional === true;
  }
}

const writes = new Set(['POST', 'PUT', 'PATCH']);

/** Replaces the bytes of every write with a RequestBody, even if there are none. */
export function keepBodyUnparsed(server: FastifyInstance): void {
  server.addHook('preHandler', (request, _reply, done) => {
    if (writes.has(request.method)) request.body = new RequestBody(request, request.body);
    done();
  });
}

/** The body of a POST, PUT or PATCH. */
export function requestBodyOf({ body }: FastifyRequest): RequestBody {
  if (!(body instanceof RequestBody)) throw new Error('Only POST, PUT and PATCH routes have a RequestBody');
  return body;
}
