import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';

type RouteSettings = Partial<FastifyContextConfig>;

declare module 'fastify' {
  interface FastifyRequest {
    /** What `ConfigureRoute` has said of the route. */
    routeSettings: RouteSettings;
  }
}

const settings = new WeakMap<object, RouteSettings>();

/** Adds to what the hooks can read of a route (`request.routeSettings`). Several decorators each add their part. */
export function ConfigureRoute(part: RouteSettings): MethodDecorator {
  return (target, name, descriptor) => {
    const handler = descriptor.value as object;
    const whole = { ...settings.get(handler), ...part };
    settings.set(handler, whole);
    (RouteConfig(whole) as MethodDecorator)(target, name, descriptor);
  };
}

/** Comes before every hook that looks at the settings: Fastify would put its own view of a route together at every look. */
export function readRouteSettings(server: FastifyInstance): void {
  server.decorateRequest('routeSettings');
  server.addHook('onRequest', (request, _reply, done) => {
    request.routeSettings = request.routeOptions.config;
    done();
  });
}
