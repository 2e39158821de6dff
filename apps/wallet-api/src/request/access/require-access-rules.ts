import type { FastifyInstance } from 'fastify';

/** Pages for people, which the framework serves without a handler of ours. */
const publicPages = /^\/(docs|reference|openapi\.(json|yaml))(\/|$)/;

/** Refuses to start if a route that is registered from now on has no access rule. */
export function requireAccessRules(server: FastifyInstance): void {
  server.addHook('onRoute', ({ url, config }) => {
    if (!config?.access && !publicPages.test(url)) {
      throw new Error(`Route ${url} has no access rule; add @Public() or @RequiresScope()`);
    }
  });
}
