import type { ModuleMetadata } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { capabilities } from '../../apps/wallet-api/src/process/capabilities.js';
import { problemsOf, reservedMetadataOf } from '../../apps/wallet-api/src/process/registrations.js';
import { ReservedMetadata } from '../../apps/wallet-api/src/request/access/player-metadata.js';
import { ProblemRegistry } from '../../apps/wallet-api/src/request/problems/problem-registry.js';
import type { Caller } from '../../apps/wallet-api/src/request/access/caller.js';
import { acceptJsonOnly } from '../../apps/wallet-api/src/request/http/accept-json-only.js';
import { readRouteSettings } from '../../apps/wallet-api/src/request/http/configure-route.js';
import { ProblemFilter } from '../../apps/wallet-api/src/request/http/problem.filter.js';
import { keepBodyUnparsed } from '../../apps/wallet-api/src/request/http/request-body.js';
import { DtoValidationPipe } from '../../apps/wallet-api/src/request/validation/dto-validation.pipe.js';

/** A Nest application with the pipe and the filter of the service and the controllers of a test, without a database. Use `inject`. */
export async function startSmallApplication({
  caller,
  providers = [],
  controllers,
}: Pick<ModuleMetadata, 'controllers' | 'providers'> & { caller?: Caller }): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({
    controllers,
    providers: [
      { provide: APP_PIPE, useClass: DtoValidationPipe },
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: ProblemRegistry, useFactory: () => problemsOf(capabilities) },
      { provide: ReservedMetadata, useFactory: () => reservedMetadataOf(capabilities) },
      ...providers,
    ],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), {
    bodyParser: false,
    logger: false,
  });
  const server = app.getHttpAdapter().getInstance();
  acceptJsonOnly(server);
  readRouteSettings(server);
  server.decorateRequest('caller', null);
  server.addHook('onRequest', (request, _reply, done) => {
    request.caller = caller ?? null;
    done();
  });
  keepBodyUnparsed(server);
  await app.init();
  await server.ready();
  return app;
}
