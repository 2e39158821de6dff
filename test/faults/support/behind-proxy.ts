import { Client } from 'pg';
import { seedDemo } from '../../../seed/seed-demo.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startService, type TestService } from '../../support/test-service.js';
import { stretchedLimit } from '../../support/time-limits.js';
import { type PostgresProxy, startPostgresProxy } from '../proxy/postgres-proxy.js';

/** A seeded service whose connections pass a proxy, and a session of the owner that does not. */
export interface BehindProxy {
  /** Past the proxy. */
  database: TestDatabase;
  proxy: PostgresProxy;
  service: TestService;
  owner: Client;
  /** Audits the ledger first. */
  close(): Promise<void>;
}

/** The service has one lane and gives up after half a second of retries. */
export async function startBehindProxy({
  journal,
  ...options
}: Omit<Parameters<typeof startService>[0] & object, 'database'> = {}): Promise<BehindProxy> {
  const database = await createTestDatabase();
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  const proxy = await startPostgresProxy(database.url);
  const service = await startService({
    ...options,
    database: { ...database, url: proxy.urlFor(database.url) },
    journal: { lanes: 1, retryForMs: stretchedLimit(500), ...journal },
  });
  await seedDemo(service.app);
  return {
    database,
    proxy,
    service,
    owner,
    close: async () => {
      await service.audit();
      await service.close();
      await proxy.close();
      await owner.end();
      await database.drop();
    },
  };
}
