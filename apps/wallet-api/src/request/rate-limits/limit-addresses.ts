import type { Origin, Players } from '@app/players';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ConfigureRoute } from '../http/configure-route.js';
import { ProblemError } from '../problems/problem.js';
import { networkOfRequest } from './network-of.js';
import { answerLimits } from './rate-limit-answers.js';
import type { Taken } from './rate-limiter.js';
import type { LimitedByAddress, RateLimits } from './rate-limits.js';

/** A request that counted against the limit of its address. */
export interface Attempt {
  origin: Origin;
  taken: Taken;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    limitedByAddress?: LimitedByAddress;
  }
  interface FastifyRequest {
    attempt: Attempt | null;
  }
}

/** Limits how often an address may call this route. For routes that hash passwords. */
export function LimitedByAddress(what: LimitedByAddress): MethodDecorator {
  return ConfigureRoute({ limitedByAddress: what });
}

/**
 * Counts sign-ups and logins by address. Refuses requests over the limit, or while the hashing queue is full, before their body
 * is read.
 */
export function limitAddresses(
  server: FastifyInstance,
  { limits, passwords }: { limits: Pick<RateLimits, 'ofAddresses'>; passwords: Pick<Players, 'isFullFor'> },
): void {
  server.decorateRequest('attempt', null);

  server.addHook('onRequest', (request, reply, done) => {
    const { limitedByAddress } = request.routeSettings;
    if (!limitedByAddress) {
      done();
      return;
    }
    void take(limitedByAddress, request, reply).then(() => {
      done();
    }, done);
  });

  async function take(what: LimitedByAddress, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const address = networkOfRequest(request);
    const taken = await limits.ofAddresses[what].take(address);
    answerLimits(reply, [taken]);
    const origin = { address, attempt: taken.limit.quota - taken.remaining };
    if (passwords.isFullFor(origin)) throw new ProblemError('overloaded');
    request.attempt = { origin, taken };
  }
}

/** The attempt of a request to a `@LimitedByAddress` route. */
export function attemptOf({ attempt }: Pick<FastifyRequest, 'attempt'>): Attempt {
  if (!attempt) throw new Error('The route has no attempt; add @LimitedByAddress()');
  return attempt;
}
