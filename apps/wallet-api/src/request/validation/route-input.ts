import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal.js';
import { ConfigureRoute } from '../http/configure-route.js';
import type { DtoClass } from './fast-path.js';

/** What a handler takes as a whole (`@Param()`, `@Query()`, `@Body()`), with its DTO classes, in this order. */
export type RouteInput = readonly { part: Part; dtoClass: DtoClass }[];

type Part = 'params' | 'query' | 'body';

declare module 'fastify' {
  interface FastifyContextConfig {
    input?: RouteInput;
  }
}

const decorators: [Part, RouteParamtypes][] = [
  ['params', RouteParamtypes.PARAM],
  ['query', RouteParamtypes.QUERY],
  ['body', RouteParamtypes.BODY],
];

/** Notes what the handler takes. The decorators of its parameters have run before those of the method. */
export function NoteInput(): MethodDecorator {
  return (target, name, descriptor) => {
    ConfigureRoute({ input: inputOf(target, name) })(target, name, descriptor);
  };
}

function inputOf(target: object, name: string | symbol): RouteInput {
  const classes = Reflect.getMetadata('design:paramtypes', target, name) as DtoClass[];
  const taken = Object.entries(
    (Reflect.getMetadata(ROUTE_ARGS_METADATA, target.constructor, name) ?? {}) as Record<
      string,
      { index: number; data?: unknown }
    >,
  );
  return decorators.flatMap(([part, type]) => {
    const [, found] = taken.find(([key, { data }]) => key.startsWith(`${type}:`) && data === undefined) ?? [];
    const dtoClass = found && classes[found.index];
    return dtoClass ? [{ part, dtoClass }] : [];
  });
}
