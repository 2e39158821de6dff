import { applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiSecurity } from '@nestjs/swagger';
import { ConfigureRoute } from '../http/configure-route.js';
import { ApiProblems } from '../openapi/api-problems.js';
import type { Scope } from './scope.js';

/** Which players may call a route: those whose wallet the path names, or all. */
export type PlayerAccess = 'own-wallet' | 'all';

/** Who may call a route. */
export type Access = { kind: 'public' } | { kind: 'restricted'; scope: Scope; players?: PlayerAccess };

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

/** The access rule of a handler, for guards. */
export const AccessRule = Reflector.createDecorator<Access>();

/** Any caller may use this route, without a key. */
export function Public(): MethodDecorator {
  return restrict({ kind: 'public' });
}

/**
 * Clients with this scope may call this route, and players if it says so. The service refuses to start if a route has
 * neither of these two decorators.
 */
export function RequiresScope(scope: Scope, { players }: { players?: PlayerAccess } = {}): MethodDecorator {
  return applyDecorators(
    restrict({ kind: 'restricted', scope, players }),
    // For schemes other than OAuth 2, the list names required roles (OpenAPI 3.1.0, section 4.8.30).
    ApiSecurity('bearer', [scope]),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'validation-failed',
      'rate-limited',
      'identity-provider-unavailable',
    ),
  );
}

/** Twice: `ScopeGuard` reads the metadata of the handler; hooks, which run before Nest, read the settings of the route. */
function restrict(access: Access): MethodDecorator {
  return applyDecorators(AccessRule(access), ConfigureRoute({ access }));
}
