import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ProblemError } from '../problems/problem.js';
import { validationProblem } from '../problems/validation-problem.js';
import { queryFaults } from './percent-encoding.js';

/**
 * Refuses query parameters that no validation would see: all of them where a handler takes none, and names that
 * every object has. A caller that asks `GET /v1/wallets/alice?at=…` for the balances of last year must not be given
 * those of today. A parameter that cannot be read is refused for the same reason.
 */
export function refuseUnseenQuery(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    // Public pages ignore parameters that probes and browsers add.
    if (request.routeSettings.access?.kind !== 'restricted') {
      done();
      return;
    }
    const unreadable = queryFaults(request.url);
    const unseen = unseenNames(request);
    if (unreadable.length > 0) done(validationProblem(unreadable));
    else done(unseen.length === 0 ? undefined : unknownMembers(unseen));
  });
}

function unseenNames({ query, routeSettings }: FastifyRequest): string[] {
  const { input } = routeSettings;
  const names = Object.keys(query as object);
  return !input?.some(({ part }) => part === 'query')
    ? names
    : names.filter((name) => name === 'prototype' || name in Object.prototype);
}

function unknownMembers(names: readonly string[]): ProblemError {
  return validationProblem(names.map((name) => ({ pointer: `/${name}`, detail: 'is not a known member' })));
}
