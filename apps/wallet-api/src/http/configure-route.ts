import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig } from 'fastify';

type RouteSettings = Partial<FastifyContextConfig>;

const settings = new WeakMap<object, RouteSettings>();

/** Adds to what Fastify's hooks can read of a route (`request.routeOptions.config`). Several decorators each add their part. */
export function ConfigureRoute(part: RouteSettings): MethodDecorator {
  return (target, name, descriptor) => {
    const handler = descriptor.value as object;
    const whole = { ...settings.get(handler), ...part };
    settings.set(handler, whole);
    (RouteConfig(whole) as MethodDecorator)(target, name, descriptor);
  };
}
