import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from '../http/path-of.js';
import { ProblemError } from '../problems/problem.js';
import { networkOfRequest } from '../rate-limits/network-of.js';
import { answerLimits } from '../rate-limits/rate-limit-answers.js';
import type { RateLimits } from '../rate-limits/rate-limits.js';
import type { Authentication } from './authentication.js';
import type { Caller } from './caller.js';

/**
 * Authenticates each request before its body is read, then checks the caller's rate limit, then whether the route exists.
 * `ScopeGuard` decides later whether the caller may use it.
 */
export function authenticateCallers(
  server: FastifyInstance,
  {
    authentication,
    limits,
  }: { authentication: Authentication; limits: Pick<RateLimits, 'ofCallers' | 'unauthenticated'> },
): void {
  server.decorateRequest('caller', null);

  server.addHook('onRequest', (request, reply, done) => {
    try {
      if (!needsCaller(request)) {
        done(missingRoute(request));
        return;
      }
      const caller = authentication.callerOf(request.headers.authorization);
      if (caller instanceof Promise || limits.ofCallers[caller.kind]) {
        void admitLater(request, reply, caller).then(() => {
          done();
        }, done);
        return;
      }
      admit(request, caller);
      done();
    } catch (error) {
      void countUnauthenticated(request, reply, error).then(done, done);
    }
  });

  /**
   * Counts a request without valid credentials against its address. Runs after authentication, so callers with valid credentials
   * are served even from an address over its limit.
   */
  async function countUnauthenticated(
    request: FastifyRequest,
    reply: FastifyReply,
    error: unknown,
  ): Promise<Error> {
    if (limits.unauthenticated && error instanceof ProblemError && error.code === 'unauthenticated') {
      answerLimits(reply, [await limits.unauthenticated.take(networkOfRequest(request))]);
    }
    return error as Error;
  }

  /** Counts every authenticated request, including those for missing or forbidden routes. */
  async function admitLater(request: FastifyRequest, reply: FastifyReply, found: Caller | Promise<Caller>) {
    let caller: Caller;
    try {
      caller = await found;
    } catch (error) {
      throw await countUnauthenticated(request, reply, error);
    }
    const taken = await limits.ofCallers[caller.kind]?.take(nameOf(caller));
    if (taken) answerLimits(reply, [taken]);
    admit(request, caller);
  }
}

function nameOf(caller: Caller): string {
  return caller.kind === 'client' ? caller.clientId : caller.userId;
}

/** Unauthenticated callers cannot enumerate the routes of the API. */
function needsCaller(request: FastifyRequest): boolean {
  if (request.is404) return /^\/v\d+(\/|$)/.test(pathOf(request));
  return request.routeSettings.access?.kind === 'restricted';
}

function admit(request: FastifyRequest, caller: Caller): void {
  const missing = missingRoute(request);
  if (missing) throw missing;
  request.caller = caller;
}

/** An empty path segment matches no resource: `/v1/wallets//GOLD` is not a wallet. */
function missingRoute({ is404, params }: FastifyRequest): ProblemError | undefined {
  return is404 || hasEmptySegment(params as object) ? new ProblemError('route-not-found') : undefined;
}

function hasEmptySegment(params: object): boolean {
  for (const [name, segment] of Object.entries(params)) if (segment === '' && name !== '*') return true;
  return false;
}
