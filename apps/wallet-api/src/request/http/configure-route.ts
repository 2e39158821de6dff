import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';

/** Fastify adds the path template of the route as `url`. A request without a route has no settings. */
type RouteSettings = Partial<FastifyContextConfig & { url: string }>;

declare module 'fastify' {
  interface FastifyRequest {
    /** The settings that `ConfigureRoute` gave the route. */
    routeSettings: RouteSettings;
  }
}

const settings = new WeakMap<object, RouteSettings>();

/** Adds settings to a route, which hooks read from `request.routeSettings`. Each decorator of a handler can add its part. */
export function ConfigureRoute(part: RouteSettings): MethodDecorator {
  return (target, name, descriptor) => {
    const handler = descriptor.value as object;
    const whole = { ...settings.get(handler), ...part };
    settings.set(handler, whole);
    (RouteConfig(whole) as MethodDecorator)(target, name, descriptor);
  };
}

/**
 * Copies the settings to the request. Add before any hook that reads them. Reading `request.routeOptions` there would build a new
 * object each time.
 */
export function readRouteSettings(server: FastifyInstance): void {
  server.decorateRequest('routeSettings');
  server.addHook('onRequest', (request, _reply, done) => {
    request.routeSettings = request.routeOptions.config;
    done();
  });
}
