import { seedDemo } from '../../seed/seed-demo.js';
import { type Fate, passAll, type PostgresProxy, startPostgresProxy } from './proxy/postgres-proxy.js';
import { whereServerHas } from '../support/server/where-server-has.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { stretchedLimit } from '../support/time-limits.js';
import { startService, type TestService } from '../support/test-service.js';

whereServerHas(
  'distributed',
  () => {
    let database: TestDatabase;
    let proxy: PostgresProxy;
    let service: TestService;

    beforeEach(async () => {
      database = await createTestDatabase();
      proxy = await startPostgresProxy(database.url);
      service = await startService({
        database: { ...database, url: proxy.urlFor(database.url) },
        journal: { lanes: 1, batchTimeoutMs: stretchedLimit(300), retryForMs: stretchedLimit(10_000) },
      });
      await seedDemo(service.app);
    });

    afterEach(async () => {
      await service.audit();
      await service.close();
      await proxy.close();
      await database.drop();
    });

    /** Applies the fate to the first matching message. */
    function applyFate(fate: Fate, type: string, sql: RegExp): void {
      proxy.intercept = (message) => {
        if (message.type !== type || !sql.test(message.sql)) return 'pass';
        proxy.intercept = passAll;
        return fate;
      };
    }

    it.each([
      ['in the middle of a statement', 'stall-before', 'S', /INSERT INTO idempotency_keys/],
      ['between two statements', 'stall-before', 'B', /FOR UPDATE/],
      ['before COMMIT', 'stall-before', 'Q', /^COMMIT/],
      ['before the answer to COMMIT', 'stall-before', 'C', /^COMMIT/],
    ] as const)('recovers from a session whose connection stalls %s', async (_when, fate, type, sql) => {
      applyFate(fate, type, sql);
      const answer = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5 }, 'k');
      expect(answer.status).toBe(201);
      const retry = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5 }, 'k');
      expect(retry.headers['idempotency-replayed']).toBe('true');
      expect(retry.text).toBe(answer.text);
    });
  },
  'the service connects to the nodes past a proxy',
);
