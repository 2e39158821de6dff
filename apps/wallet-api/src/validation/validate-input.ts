import type { FastifyInstance, FastifyRequest } from 'fastify';
import { validate } from './validate.js';

/**
 * Validates what each handler takes against its DTO classes before the handler is asked, and gives it the DTOs. A pipe of Nest
 * would do the same at the price of several promises for each parameter.
 */
export function validateInput(server: FastifyInstance): void {
  server.addHook('preHandler', (request, _reply, done) => {
    const { input = [] } = request.routeSettings;
    try {
      const dtos = input.map(({ part, dtoClass }) => validate(request[part] as object, dtoClass));
      if (dtos.some((dto) => dto instanceof Promise)) {
        void giveLater(request, dtos).then(() => {
          done();
        }, done);
        return;
      }
      give(request, dtos);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

/** What is not valid at first sight. The first part with a fault names all of its own. */
async function giveLater(request: FastifyRequest, dtos: (object | Promise<object>)[]): Promise<void> {
  give(request, await Promise.all(dtos.map(async (dto) => dto)));
}

function give(request: FastifyRequest, dtos: readonly object[]): void {
  request.routeSettings.input?.forEach(({ part }, index) => {
    request[part] = dtos[index];
  });
}
