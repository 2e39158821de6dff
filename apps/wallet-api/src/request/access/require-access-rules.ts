import type { FastifyInstance } from 'fastify';

/** Documentation pages, which plugins serve without a handler that could carry an access rule. */
const publicPages = /^\/(docs|reference|openapi\.(json|yaml))(\/|$)/;

/** Makes start-up fail if a route registered after this call has no access rule. */
export function requireAccessRules(server: FastifyInstance): void {
  server.addHook('onRoute', ({ url, config }) => {
    if (!config?.access && !publicPages.test(url)) {
      throw new Error(`Route ${url} has no access rule; add @Public() or @RequiresScope()`);
    }
  });
}
