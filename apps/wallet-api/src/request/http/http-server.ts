import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { LogLevel } from '../logging/log-level.js';
import type { ProblemRegistry } from '../problems/problem-registry.js';
import { answerProblem } from './problem.filter.js';
import { AccessLog } from './access-log.js';
import { answerClientError } from './client-error.js';
import { logSerializers } from './log-serializers.js';
import { logStream } from './log-stream.js';
import { requestIdOf } from './request-id.js';
import { setSecurityHeaders } from './security-headers.js';
import { toFastify, type TrustProxy } from './trust-proxy.js';
import { bodyLimit } from './unread-body.js';

/** Slow clients: how long the headers, and the whole request, may take to arrive. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 20_000;

/**
 * How long an idle connection stays open. A proxy keeps connections too and must close them first: a request that it sends
 * while we close is lost. Caddy keeps them for 2 minutes, Google's load balancer for 10 and Cloudflare for 15; the last two
 * cannot be configured. The limits for slow clients start with the first byte of a request, so they may be shorter.
 */
const keepAliveTimeoutMs = 910_000;

/** Fastify as this service needs it: strict about what comes in, and every error a problem document. */
export function createHttpServer({
  logLevel,
  trustProxy,
  problems,
}: {
  logLevel: LogLevel;
  trustProxy: TrustProxy;
  problems: ProblemRegistry;
}): FastifyAdapter {
  const accessLog = new AccessLog();
  return new FastifyAdapter({
    logger:
      logLevel === 'silent' ? false : { level: logLevel, stream: logStream(), serializers: logSerializers },
    logController: accessLog,
    // Without the empty options that Fastify passes on, pino takes a shorter way.
    childLoggerFactory: (logger: FastifyBaseLogger, bindings: object) => logger.child(bindings),
    genReqId: requestIdOf,
    trustProxy: toFastify(trustProxy),
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    // On shutdown requests that are under way are finished; connections without one are closed.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    http: {
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: 1_000,
      // Node would refuse a request without Host in its own words; `problemOfHead` uses ours.
      requireHostHeader: false,
    },
    // Longer than any id may be: an over-long id is then answered as such and not as an unknown route.
    routerOptions: { maxParamLength: 2_048 },
    clientErrorHandler(this: { log: FastifyBaseLogger }, error, socket) {
      answerClientError(error, socket, { log: this.log, problems });
    },
    // An address that cannot be read: no hook runs for it, so their work is done here.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setSecurityHeaders(reply.header('x-request-id', request.id));
      answerProblem(error, { request, reply, problems });
      accessLog.requestCompleted(undefined, request, reply);
    },
  });
}
