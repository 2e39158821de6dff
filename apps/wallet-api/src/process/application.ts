import { NestFactory } from '@nestjs/core';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpServer } from '../request/http/http-server.js';
import {
  type ApplicationOptions,
  completeOptions,
  type GivenOptions,
} from './configuration/application-options.js';
import { serveConsole } from './console/serve-console.js';
import { NestLogger } from './logging/nest-logger.js';
import { serveOpenApi } from './openapi/document.js';
import { serveReference } from './openapi/reference.js';
import { problemsOf } from './registrations.js';
import { WalletApiModule } from './wallet-api.module.js';

/** Builds the whole application on a migrated database; it does not listen yet. */
export function createApplication(given: GivenOptions): Promise<NestFastifyApplication> {
  return buildApplication(given, (options, http) =>
    NestFactory.create<NestFastifyApplication>(WalletApiModule.with(options), http, nestOptions(http)),
  );
}

/** Completes the application that `create` returns, which comes from `NestFactory` or from a testing module. */
export async function buildApplication(
  given: GivenOptions,
  create: (options: ApplicationOptions, http: FastifyAdapter) => Promise<NestFastifyApplication>,
): Promise<NestFastifyApplication> {
  const options = completeOptions(given);
  const problems = problemsOf(options.capabilities);
  const http = createHttpServer({ ...options, problems });
  const app = await create(options, http);
  await app.init();
  // After `init`, which adds the hooks: they apply to these pages too.
  serveOpenApi(app);
  await serveConsole(http.getInstance(), { demo: options.demoKeys, problems });
  serveReference(http.getInstance());
  return app;
}

export function nestOptions(http: FastifyAdapter) {
  return { bodyParser: false, logger: new NestLogger(http.getInstance().log), abortOnError: false } as const;
}
