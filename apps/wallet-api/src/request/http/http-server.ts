import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { LogLevel } from '../logging/log-level.js';
import type { ProblemRegistry } from '../problems/problem-registry.js';
import { answerProblem } from './problem.filter.js';
import { AccessLog, logSerializers } from './access-log.js';
import { answerClientError } from './client-error.js';
import { logStream } from './log-stream.js';
import { setSecurityHeaders } from './security-headers.js';
import { toFastify, type TrustProxy } from './trust-proxy.js';
import { bodyLimit } from './unread-body.js';

/** Limits for slow clients: how long the headers, and the whole request, may take to arrive. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 20_000;

/**
 * How long an idle connection stays open. Longer than in proxies, because a request that a proxy sends while we close the
 * connection is lost. Caddy keeps idle connections for 2 minutes, Google's load balancer for 10 and Cloudflare for 15; the last two
 * cannot be configured. The limits for slow clients start with the first byte of a request, so they may be shorter.
 */
const keepAliveTimeoutMs = 910_000;

/** Sets up Fastify with strict limits on input, and problem documents for all errors. */
export function createHttpServer({
  logLevel,
  slowRequestMs,
  trustProxy,
  problems,
}: {
  logLevel: LogLevel;
  /** From which duration on a request is logged as slow; `undefined` for never. */
  slowRequestMs: number | undefined;
  trustProxy: TrustProxy;
  problems: ProblemRegistry;
}): FastifyAdapter {
  const accessLog = new AccessLog(slowRequestMs);
  const adapter = new FastifyAdapter({
    logger:
      logLevel === 'silent' ? false : { level: logLevel, stream: logStream(), serializers: logSerializers },
    logController: accessLog,
    // Drops the empty options that Fastify passes on: without options, pino takes a faster path.
    childLoggerFactory: (logger: FastifyBaseLogger, bindings: object) => logger.child(bindings),
    genReqId: requestIdOf,
    trustProxy: toFastify(trustProxy),
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    // On shutdown, finish pending requests and close idle connections.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    http: {
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: 1_000,
      // Node would reject a missing Host without a problem document; `problemOfHead` sends one.
      requireHostHeader: false,
    },
    // Longer than any valid id, to report an id that is too long as such and not as an unknown route.
    routerOptions: { maxParamLength: 2_048 },
    clientErrorHandler(this: { log: FastifyBaseLogger }, error, socket) {
      answerClientError(error, socket, { log: this.log, problems });
    },
    // No hook runs for a malformed URL, so this does their work.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      request.routeSettings = {};
      setSecurityHeaders(reply.header('x-request-id', request.id));
      answerProblem(error, { request, reply, problems });
      accessLog.requestCompleted(undefined, request, reply);
    },
  });
  adapter.getInstance().decorate('accessLog', accessLog);
  return adapter;
}

/** The X-Request-Id of the caller if it is safe to echo, else a new one. */
function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}
