import type { Journal } from '@app/ledger';
import type { Players } from '@app/players';
import type { FastifyInstance } from 'fastify';
import { admitCallers } from './access/admit.js';
import type { Authentication } from './access/authentication.js';
import { limitPlayerMetadata } from './access/player-metadata.js';
import type { ReservedMetadata } from './access/reserved-metadata.js';
import { type FeatureOptions, hideDisabledFeatures } from './features/features.js';
import { acceptJsonOnly } from './http/accept-json-only.js';
import { forgetAnswer, rememberAnswer } from './http/client-error.js';
import { readRouteSettings } from './http/configure-route.js';
import { allowOrigins } from './http/cors.js';
import { problemOfHead } from './http/problem-of-head.js';
import { setSecurityHeaders, strictTransportSecurity } from './http/security-headers.js';
import type { TrustProxy } from './http/trust-proxy.js';
import type { ProblemRegistry } from './problems/problem-registry.js';
import { limitAddresses } from './rate-limits/limit-addresses.js';
import type { RateLimits } from './rate-limits/rate-limits.js';
import { readKeyAndBody } from './transactional/read-key.js';
import { shedEarly } from './transactional/shed-early.js';
import { refuseUnseenQuery } from './validation/unseen-query.js';
import { validateInput } from './validation/validate-input.js';

export interface HttpServerParts {
  /** Whether nobody can connect any more. */
  isLeaving: () => boolean;
  authentication: Authentication;
  journal: Pick<Journal, 'isFullFor'>;
  limits: RateLimits;
  passwords: Pick<Players, 'isFullFor'>;
  features: FeatureOptions;
  corsOrigins: readonly string[];
  trustProxy: TrustProxy;
  problems: ProblemRegistry;
  reservedMetadata: ReservedMetadata;
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
  shedEarly(server, parts);
  admitCallers(server, parts);
  hideDisabledFeatures(server, parts.features);
  limitAddresses(server, parts);
  readKeyAndBody(server);
  refuseUnseenQuery(server);
  validateInput(server);
  limitPlayerMetadata(server, parts.reservedMetadata);

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
