import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ConfigureRoute } from '../http/configure-route.js';
import type { ProblemError } from '../problems/problem.js';
import { validationProblem } from '../problems/validation-problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Which query parameters the handler of the route gets to see. */
    query?: 'validated' | 'none';
  }
}

/** Notes whether the handler has a `@Query()`. The decorators of its parameters have run before those of the method. */
export function NoteQuery(): MethodDecorator {
  return (target, name, descriptor) => {
    const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, target.constructor, name) as
      object | undefined;
    const takesQuery = Object.keys(parameters ?? {}).some((key) =>
      key.startsWith(`${RouteParamtypes.QUERY}:`),
    );
    ConfigureRoute({ query: takesQuery ? 'validated' : 'none' })(target, name, descriptor);
  };
}

/**
 * Refuses query parameters that no validation would see: all of them where a handler takes none, and names that
 * class-transformer passes over. Whoever asks `GET /v1/wallets/alice?at=…` for the balances of last year must not be given
 * those of today.
 */
export function refuseUnseenQuery(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    const unseen = unseenNames(request);
    done(unseen.length === 0 ? undefined : unknownMembers(unseen));
  });
}

function unseenNames({ query, routeOptions }: FastifyRequest): string[] {
  const takes = routeOptions.config.query;
  // To a page for everybody, probes and browsers may add what they like.
  if (takes === undefined) return [];
  const names = Object.keys(query as object);
  return takes === 'none' ? names : names.filter((name) => name === 'prototype' || name in Object.prototype);
}

function unknownMembers(names: readonly string[]): ProblemError {
  return validationProblem(names.map((name) => ({ pointer: `/${name}`, detail: 'is not a known member' })));
}
