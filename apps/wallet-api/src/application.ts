import type { JournalOptions } from '@app/ledger';
import type { WelcomeGrant } from '@app/users';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Authentication } from './access/authentication.js';
import type { LogLevel } from './configuration/configuration.js';
import { Draining } from './health/draining.js';
import { configureHttpServer, createHttpServer } from './http/http-server.js';
import { NestLogger } from './http/nest-logger.js';
import { serveOpenApi } from './openapi/document.js';
import { serveReference } from './openapi/reference.js';
import { WalletApiModule } from './wallet-api.module.js';

/** Builds the whole application on a migrated database; it does not listen yet. */
export async function createApplication(options: {
  databaseUrl: string;
  logLevel: LogLevel;
  /** A demonstration has API keys that everybody knows. */
  demoKeys: boolean;
  /** What every registered user is given once; `undefined` for nothing. */
  welcomeGrant: WelcomeGrant | undefined;
  /** Where the journal is to differ from its defaults. */
  journal?: Partial<JournalOptions>;
}): Promise<NestFastifyApplication> {
  const http = createHttpServer(options);
  const server = http.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(WalletApiModule.with(options), http, {
    bodyParser: false,
    logger: new NestLogger(server.log),
    abortOnError: false,
  });
  const draining = app.get(Draining);
  configureHttpServer(server, {
    isDraining: () => draining.active,
    authentication: app.get(Authentication),
  });
  serveOpenApi(app);
  serveReference(server);
  await app.init();
  return app;
}
