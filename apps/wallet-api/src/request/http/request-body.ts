import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type JsonObject, parseJsonObject } from './json-body.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** An empty body means `{}`. */
    bodyOptional?: boolean;
  }
}

/**
 * The body of a write, as bytes until the validation pipe parses it: permission and the Idempotency-Key come before it in the
 * documented order of problems. Keeps the parsed object, which a DTO made from it does not change.
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

/** Puts a RequestBody in the place of the bytes, also where a write has no body. */
export function keepBodyUnparsed(server: FastifyInstance): void {
  server.addHook('preHandler', (request, _reply, done) => {
    if (writes.has(request.method)) request.body = new RequestBody(request, request.body);
    done();
  });
}

/** The body of a POST, PUT or PATCH. */
export function requestBodyOf({ body }: FastifyRequest): RequestBody {
  if (!(body instanceof RequestBody)) throw new Error('only POST, PUT and PATCH have a body');
  return body;
}
