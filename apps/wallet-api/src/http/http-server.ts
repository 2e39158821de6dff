import type { Journal } from '@app/ledger';
import type { Players, PlayerTokens } from '@app/players';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admitCallers } from '../access/admit.js';
import { limitPlayerMetadata } from '../access/player-metadata.js';
import type { Authentication } from '../access/authentication.js';
import { limitAddresses } from '../rate-limits/limit-addresses.js';
import type { RateLimits } from '../rate-limits/rate-limits.js';
import type { LogLevel } from '../configuration/configuration.js';
import { ProblemError } from '../problems/problem.js';
import { answerProblem } from '../problems/problem.filter.js';
import { hideWhatIsNotOffered } from '../players/offered.js';
import type { PlayerOptions } from '../players/player-options.js';
import { readKeyAndBody } from '../transactional/read-key.js';
import { shedEarly } from '../transactional/shed-early.js';
import { refuseUnseenQuery } from '../validation/unseen-query.js';
import { validateInput } from '../validation/validate-input.js';
import { AccessLog } from './access-log.js';
import { answerClientError, forgetAnswer, rememberAnswer } from './client-error.js';
import { readRouteSettings } from './configure-route.js';
import { allowOrigins } from './cors.js';
import { logSerializers } from './log-serializers.js';
import { logStream } from './log-stream.js';
import { problemOfHead } from './problem-of-head.js';
import { requestIdOf } from './request-id.js';
import { setSecurityHeaders, strictTransportSecurity } from './security-headers.js';
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
}: {
  logLevel: LogLevel;
  trustProxy: TrustProxy;
}): FastifyAdapter {
  const accessLog = new AccessLog();
  return new FastifyAdapter({
    logger:
      logLevel === 'silent' ? false : { level: logLevel, stream: logStream(), serializers: logSerializers },
    logController: accessLog,
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
      // Node would refuse a request without Host in words of its own; `problemOfHead` does it in ours.
      requireHostHeader: false,
    },
    // Longer than any id may be, so that an over-long one is answered as such and not as an unknown route.
    routerOptions: { maxParamLength: 2_048 },
    clientErrorHandler: answerClientError,
    // An address that cannot be read: no hook runs for it, so that what the hooks do is done here.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setSecurityHeaders(reply.header('x-request-id', request.id));
      answerProblem(error, request, reply);
      accessLog.requestCompleted(undefined, request, reply);
    },
  });
}

export interface HttpServerParts {
  /** Whether nobody can connect any more. */
  isLeaving: () => boolean;
  authentication: Authentication;
  journal: Pick<Journal, 'isFullFor'>;
  limits: RateLimits;
  passwords: Pick<Players, 'isFullFor'>;
  players: { tokens: PlayerTokens; options: PlayerOptions };
  corsOrigins: readonly string[];
  trustProxy: TrustProxy;
}

/** What every request passes through, before and after its handler. */
export function configureHttpServer(server: FastifyInstance, parts: HttpServerParts): void {
  acceptJsonOnly(server);
  readRouteSettings(server);

  server.addHook('onRequest', (request, reply, done) => {
    rememberAnswer(reply.raw);
    done(problemOfHead(request.raw));
  });
  server.addHook('onResponse', (_request, reply, done) => {
    forgetAnswer(reply.raw);
    done();
  });
  allowOrigins(server, parts.corsOrigins);
  shedEarly(server, parts.journal);
  admitCallers(server, parts);
  hideWhatIsNotOffered(server, parts.players);
  limitAddresses(server, parts);
  readKeyAndBody(server);
  refuseUnseenQuery(server);
  validateInput(server);
  limitPlayerMetadata(server);

  server.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('x-request-id', request.id);
    // Without it keep-alive clients would go on using connections of a server that is leaving.
    if (parts.isLeaving()) void reply.header('connection', 'close');
    setSecurityHeaders(reply);
    if (parts.trustProxy !== false && request.protocol === 'https') {
      void reply.header('strict-transport-security', strictTransportSecurity);
    }
    done(null, payload);
  });
}

/**
 * Leaves the body as bytes: what is wrong inside it comes after what is wrong with the Idempotency-Key, in the order of
 * problems that the API documents.
 */
function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'];
    const type = request.headers['content-type'] ?? '';
    const charset = type.includes(';') ? /charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1] : undefined;
    if ((encoding && encoding !== 'identity') || (charset && charset.toLowerCase() !== 'utf-8')) {
      done(
        new ProblemError(
          'unsupported-media-type',
          'The body must be plain UTF-8 without a content encoding.',
        ),
      );
    } else {
      done(null, body);
    }
  });
}
