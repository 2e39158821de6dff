import { Journal } from '@app/ledger';
import { Client } from 'pg';
import { keyOf, topup } from '../support/postings.js';
import { whereServerHas } from '../support/server/where-server-has.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { stretchedLimit } from '../support/time-limits.js';
import { startService, type TestService } from '../support/test-service.js';
import { type Fate, passAll, type PostgresProxy, startPostgresProxy } from './proxy/postgres-proxy.js';
import { seedDemo } from '../../seed/seed-demo.js';

let database: TestDatabase;
let proxy: PostgresProxy;
let service: TestService;
let owner: Client;

beforeEach(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.url });
  await owner.connect();
  proxy = await startPostgresProxy(database.url);
  service = await startService({
    database: { ...database, url: proxy.urlFor(database.url) },
    journal: { lanes: 1, retryForMs: stretchedLimit(500) },
  });
  await seedDemo(service.app);
});

afterEach(async () => {
  await service.audit();
  await service.close();
  await proxy.close();
  await owner.end();
  await database.drop();
});

/**
 * The batch commits, but its answer is lost. The retry fails permanently, so the batch is bisected; before its halves run, the
 * database goes away.
 */
function breakThreeTimes(): { steps: () => number } {
  let step = 0;
  proxy.intercept = async ({ direction, type, tag }): Promise<Fate> => {
    if (step === 0 && tag === 'COMMIT') {
      step = 1;
      await owner.query('REVOKE SELECT ON transactions FROM wallet_app');
      return 'cut-before';
    }
    if (step === 1 && direction === 'backend' && type === 'E') {
      step = 2;
      return 'pass';
    }
    return step === 2 ? 'cut-before' : 'pass';
  };
  return { steps: () => step };
}

whereServerHas(
  'distributed',
  () => {
    it('keeps the outcome of a bisected batch unknown if its COMMIT may have happened', async () => {
      const journal = service.app.get(Journal);
      const post = () =>
        Promise.allSettled(
          ['alice', 'bob'].map((userId) => journal.post(topup(userId, 5), keyOf(`${userId}-k`))),
        );
      const breaking = breakThreeTimes();
      for (const result of await post()) {
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'outcome-unknown' } });
      }
      expect(breaking.steps()).toBe(2);

      proxy.intercept = passAll;
      await owner.query('GRANT SELECT ON transactions TO wallet_app');
      for (const result of await post()) {
        expect(result).toMatchObject({ status: 'fulfilled', value: { replayed: true } });
      }
    });
  },
  'the service connects to the nodes past a proxy',
);
