import type { FastifyInstance, FastifyRequest } from 'fastify';
import { classValidate } from './class-validate.js';
import { fastPath } from './fast-path.js';

/**
 * Validates what each handler takes against its DTO classes before the handler is asked, and gives it the DTOs. A pipe of Nest
 * would do the same at the price of several promises for each parameter.
 */
export function validateInput(server: FastifyInstance): void {
  server.addHook('preHandler', (request, _reply, done) => {
    try {
      if (!fastPathOfAll(request)) classValidateAll(request);
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  });
}

/** If one part is not accepted, all stay unchanged. */
function fastPathOfAll(request: FastifyRequest): boolean {
  const { input = [] } = request.routeSettings;
  const dtos = input.map(({ part, dtoClass }) => fastPath(request[part] as object, dtoClass));
  if (dtos.includes(undefined)) return false;
  assignInputs(request, dtos);
  return true;
}

/** The first part with a fault names all of its own. */
function classValidateAll(request: FastifyRequest): void {
  const { input = [] } = request.routeSettings;
  assignInputs(
    request,
    input.map(({ part, dtoClass }) => classValidate(request[part] as object, dtoClass)),
  );
}

function assignInputs(request: FastifyRequest, dtos: readonly unknown[]): void {
  request.routeSettings.input?.forEach(({ part }, index) => {
    request[part] = dtos[index];
  });
}
