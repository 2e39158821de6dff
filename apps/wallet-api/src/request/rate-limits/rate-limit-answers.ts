import type { FastifyReply } from 'fastify';
import { ProblemError } from '../problems/problem.js';
import type { Taken } from './rate-limiter.js';

/**
 * Sets the RateLimit headers of the response (draft-ietf-httpapi-ratelimit-headers-11). Throws `rate-limited` if a limit is used
 * up.
 */
export function answerLimits(reply: FastifyReply, taken: readonly Taken[]): void {
  void reply.header(
    'ratelimit-policy',
    taken.map(({ limit }) => `"${limit.name}";q=${limit.quota};w=${limit.seconds}`).join(', '),
  );
  void reply.header(
    'ratelimit',
    taken
      .map(({ limit, ...left }) => `"${limit.name}";r=${left.remaining};t=${left.resetSeconds}`)
      .join(', '),
  );
  const refused = taken.filter(({ allowed }) => !allowed);
  if (refused.length === 0) return;
  const seconds = Math.max(...refused.map(({ resetSeconds }) => resetSeconds));
  const limits = refused.map(({ limit }) => `${limit.quota} requests in ${limit.seconds} s`).join(' and ');
  throw new ProblemError(
    'rate-limited',
    `The limit is ${limits}. Try again in ${seconds} s.`,
    {},
    {
      headers: { 'retry-after': seconds },
    },
  );
}
