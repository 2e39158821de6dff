import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { isTransientDatabaseError } from '@app/database';
import {
  defaultJournalOptions,
  type JournalOptions,
  Verification,
  type VerificationReport,
} from '@app/ledger';
import type { WelcomeGrant } from '@app/users';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type {
  ApplicationOptions,
  GivenOptions,
} from '../../apps/wallet-api/src/process/configuration/application-options.js';
import { buildApplication, nestOptions } from '../../apps/wallet-api/src/process/application.js';
import { WalletApiModule } from '../../apps/wallet-api/src/process/wallet-api.module.js';
import { seedDemo } from '../../seed/seed-demo.js';
import { stretchedLimit } from './time-limits.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { WalletClient } from './wallet-client.js';

/** The whole service in this process, on a separate port and database. */
export interface TestService {
  app: NestFastifyApplication;
  url: string;
  /** Sends the key of the demo administrator, which has every scope. */
  client: WalletClient;
  /** A client with another token, or without credentials if ''. */
  as(token: string): WalletClient;
  database: TestDatabase;
  /** Runs the audit and throws its findings unless every invariant holds. */
  audit(): Promise<void>;
  close(): Promise<void>;
}

export interface TestServiceOptions extends Partial<Omit<ApplicationOptions, 'welcomeGrant'>> {
  /** An existing database, for another instance. */
  database?: TestDatabase;
  /** Defaults to that of the service; `null` for none. */
  welcomeGrant?: WelcomeGrant | null;
  /** `false` for a service without assets and users. */
  seed?: boolean;
}

/** Starts the service, seeded as the demo is. */
export async function startService(options: TestServiceOptions = {}): Promise<TestService> {
  const { database: given, seed = true, welcomeGrant, journal, ...more } = options;
  const database = given ?? (await createTestDatabase());
  const app = await createTestApplication({
    databaseUrl: database.url,
    logLevel: 'silent',
    demoKeys: true,
    journal: { ...stretchedJournalOptions(), ...journal },
    ...more,
    ...(welcomeGrant !== undefined && { welcomeGrant: welcomeGrant ?? undefined }),
  });
  stretchConnectTimeout(app);
  if (!given && seed) await seedDemo(app);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const clients = [new WalletClient(url)];
  return {
    app,
    url,
    client: clients[0]!,
    as: (token) => {
      const client = new WalletClient(url, token);
      clients.push(client);
      return client;
    },
    database,
    audit: () => requireIntactLedger(app.get(Verification)),
    close: async () => {
      for (const client of clients) client.close();
      await app.close();
      if (!given) await database.drop();
    },
  };
}

/** The application of the service, built by a testing module. */
function createTestApplication(options: GivenOptions): Promise<NestFastifyApplication> {
  return buildApplication(options, async (complete, http) => {
    const nest = nestOptions(http);
    const module = await Test.createTestingModule({ imports: [WalletApiModule.with(complete)] })
      .setLogger(nest.logger)
      .compile();
    return module.createNestApplication<NestFastifyApplication>(http, nest);
  });
}

/** Keeps the service from shedding load on a slow machine; specs of shedding set their limits. */
function stretchedJournalOptions(): Partial<JournalOptions> {
  const { queueTimeoutMs, batchTimeoutMs, retryForMs } = defaultJournalOptions;
  return {
    queueTimeoutMs: stretchedLimit(queueTimeoutMs),
    batchTimeoutMs: stretchedLimit(batchTimeoutMs),
    retryForMs: stretchedLimit(retryForMs),
  };
}

/** The same for callers that wait for a connection of the pool, which reads its limit on each request. */
function stretchConnectTimeout(app: NestFastifyApplication): void {
  const { master } = app.get(DataSource).driver as unknown as { master: Pool };
  const { connectionTimeoutMillis } = master.options;
  if (connectionTimeoutMillis === undefined) throw new Error('the pool has no limit to stretch');
  master.options.connectionTimeoutMillis = stretchedLimit(connectionTimeoutMillis);
}

async function requireIntactLedger(verification: Verification): Promise<void> {
  const report = await verifyOnLiveConnection(verification);
  const broken = report.invariants.filter((invariant) => !invariant.ok);
  if (!report.ok || broken.length > 0)
    throw new Error(`the audit failed: ${JSON.stringify(broken, null, 2)}`);
}

/** Tests that kill connections leave dead ones in the pool; the first query on each fails. */
async function verifyOnLiveConnection(verification: Verification): Promise<VerificationReport> {
  for (;;) {
    try {
      return await verification.verify();
    } catch (error) {
      if (!isTransientDatabaseError(error)) throw error;
    }
  }
}
