import { applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiSecurity } from '@nestjs/swagger';
import { ConfigureRoute } from '../http/configure-route.js';
import { ApiProblems } from '../openapi/api-problems.js';
import type { Scope } from './scope.js';

/** Players that may call a route: only the one whose wallet the path names, or all. */
export type PlayerAccess = 'own-wallet' | 'all';

/** The access rule of a route. One of the scopes is enough. */
export type Access =
  { kind: 'public' } | { kind: 'restricted'; scopes: readonly Scope[]; players?: PlayerAccess };

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

/** Stores the access rule of a handler where guards can read it. */
export const AccessRule = Reflector.createDecorator<Access>();

/** Makes a route public: it needs no credentials. */
export function Public(): MethodDecorator {
  return restrict({ kind: 'public' });
}

/**
 * Restricts a route to clients with this scope, and to the given players. The service refuses to start if a route has neither
 * `@Public()` nor `@RequiresScope()`.
 *
 * Several scopes let in clients with any of them: the handler of such a route checks which one its request needs.
 */
export function RequiresScope(
  scope: Scope | readonly Scope[],
  { players }: { players?: PlayerAccess } = {},
): MethodDecorator {
  const scopes = typeof scope === 'string' ? [scope] : scope;
  return applyDecorators(
    restrict({ kind: 'restricted', scopes, players }),
    // For schemes other than OAuth 2, the list names required roles (OpenAPI 3.1.0, section 4.8.30). One of several schemes is
    // enough.
    ...scopes.map((each) => ApiSecurity('bearer', [each])),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'validation-failed',
      'rate-limited',
      'identity-provider-unavailable',
    ),
  );
}

/** Stored twice: `ScopeGuard` reads the metadata of the handler; hooks run before Nest and read the settings of the route. */
function restrict(access: Access): MethodDecorator {
  return applyDecorators(AccessRule(access), ConfigureRoute({ access }));
}
