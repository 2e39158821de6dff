import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ProblemError } from '../problems/problem.js';
import { validationProblem } from '../problems/validation-problem.js';

/**
 * Refuses query parameters that no validation would see: all of them where a handler takes none, and names that
 * every object has. Whoever asks `GET /v1/wallets/alice?at=…` for the balances of last year must not be given
 * those of today.
 */
export function refuseUnseenQuery(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    const unseen = unseenNames(request);
    done(unseen.length === 0 ? undefined : unknownMembers(unseen));
  });
}

function unseenNames({ query, routeSettings }: FastifyRequest): string[] {
  const { access, input } = routeSettings;
  // To a page for everybody, probes and browsers may add what they like.
  if (access?.kind !== 'restricted') return [];
  const names = Object.keys(query as object);
  return !input?.some(({ part }) => part === 'query')
    ? names
    : names.filter((name) => name === 'prototype' || name in Object.prototype);
}

function unknownMembers(names: readonly string[]): ProblemError {
  return validationProblem(names.map((name) => ({ pointer: `/${name}`, detail: 'is not a known member' })));
}
