import { Journal } from '@app/ledger';
import { Players, PlayerTokens } from '@app/players';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Authentication } from '../request/access/authentication.js';
import { ReservedMetadata } from '../request/access/reserved-metadata.js';
import { configureHttpServer } from '../request/hooks.js';
import { createHttpServer } from '../request/http/http-server.js';
import { RateLimits } from '../request/rate-limits/rate-limits.js';
import { defaultOptions, type GivenOptions } from './application-options.js';
import { serveConsole } from './console/serve-console.js';
import { Draining } from './health/draining.js';
import { NestLogger } from './logging/nest-logger.js';
import { serveOpenApi } from './openapi/document.js';
import { serveReference } from './openapi/reference.js';
import { problemsOf } from './registrations.js';
import { WalletApiModule } from './wallet-api.module.js';

/** Builds the whole application on a migrated database; it does not listen yet. */
export async function createApplication(given: GivenOptions): Promise<NestFastifyApplication> {
  const options = { ...defaultOptions(given), ...given };
  const problems = problemsOf(options.capabilities);
  const http = createHttpServer({ ...options, problems });
  const server = http.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(WalletApiModule.with(options), http, {
    bodyParser: false,
    logger: new NestLogger(server.log),
    abortOnError: false,
  });
  const draining = app.get(Draining);
  configureHttpServer(server, {
    isLeaving: () => draining.doorIsClosed,
    authentication: app.get(Authentication),
    journal: app.get(Journal, { strict: false }),
    limits: app.get(RateLimits),
    passwords: app.get(Players, { strict: false }),
    features: { tokens: app.get(PlayerTokens, { strict: false }), signUp: options.players.signUp },
    corsOrigins: options.corsOrigins,
    trustProxy: options.trustProxy,
    problems,
    reservedMetadata: app.get(ReservedMetadata),
  });
  serveOpenApi(app);
  await serveConsole(server, { demo: options.demoKeys, problems });
  serveReference(server);
  await app.init();
  return app;
}
