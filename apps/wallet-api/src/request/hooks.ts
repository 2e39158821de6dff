import { Journal } from '@app/ledger';
import { Players, PlayerTokens } from '@app/players';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { authenticateCallers } from './access/authenticate-callers.js';
import { Authentication } from './access/authentication.js';
import { requireAccessRules } from './access/require-access-rules.js';
import { hideDisabledFeatures } from './features/features.js';
import { acceptJsonOnly } from './http/accept-json-only.js';
import { trackResponse, untrackResponse } from './http/client-error.js';
import { readRouteSettings } from './http/configure-route.js';
import { allowOrigins } from './http/cors.js';
import { Draining } from './http/draining.js';
import { problemOfHead } from './http/problem-of-head.js';
import { keepBodyUnparsed } from './http/request-body.js';
import { setSecurityHeaders, strictTransportSecurity } from './http/security-headers.js';
import { ProblemRegistry } from './problems/problem-registry.js';
import { limitAddresses } from './rate-limits/limit-addresses.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { requestOptions, type RequestOptions } from './request-options.js';
import { shedEarly } from './transactional/shed-early.js';

/**
 * The hooks that every request runs through before Nest and after its handler. Nest's parts run in between: `ScopeGuard` and
 * `UnseenQueryGuard`, `TransactionalInterceptor`, `DtoValidationPipe`. Together they produce the documented order of problems.
 */
@Injectable()
export class RequestHooks {
  constructor(
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly authentication: Authentication,
    private readonly draining: Draining,
    private readonly journal: Journal,
    private readonly limits: RateLimits,
    private readonly passwords: Players,
    private readonly tokens: PlayerTokens,
    private readonly problems: ProblemRegistry,
    @Inject(requestOptions) private readonly options: RequestOptions,
  ) {}

  /** Adds the hooks. Call before any route is registered, because access rules are checked at registration. */
  add(): void {
    const server = this.adapterHost.httpAdapter.getInstance();
    const { authentication, draining, journal, limits, passwords, problems, tokens } = this;
    const { corsOrigins, signUp, trustProxy } = this.options;

    requireAccessRules(server);
    acceptJsonOnly(server);
    readRouteSettings(server);
    server.decorateRequest('problemCode');
    server.decorateRequest('postingTimes');

    server.addHook('onRequest', (request, reply, done) => {
      trackResponse(reply.raw);
      done(problemOfHead(request.raw));
    });
    server.addHook('onResponse', (_request, reply, done) => {
      untrackResponse(reply.raw);
      done();
    });
    allowOrigins(server, corsOrigins);
    shedEarly(server, { journal, problems });
    authenticateCallers(server, { authentication, limits });
    hideDisabledFeatures(server, { tokens, signUp });
    limitAddresses(server, { limits, passwords });
    keepBodyUnparsed(server);

    server.addHook('onSend', (request, reply, payload, done) => {
      void reply.header('x-request-id', request.id);
      // Keep-alive clients would otherwise keep using the connections of a stopping server.
      if (draining.listenerClosed) void reply.header('connection', 'close');
      setSecurityHeaders(reply);
      if (trustProxy !== false && request.protocol === 'https') {
        void reply.header('strict-transport-security', strictTransportSecurity);
      }
      done(null, payload);
    });
  }
}
