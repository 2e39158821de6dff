import { Reports } from '@app/reports';
import { type HeldTables, holdTables } from '../../support/held-tables.js';
import { whereServerHas } from '../../support/server/where-server-has.js';
import { createClient } from '../support/client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';

/**
 * A locked table stands in for a long scan: reports hang on it, and everything else must keep working. PostgreSQL ends a wait for
 * a lock after 8 s; each test finishes long before.
 */
whereServerHas(
  'distributed',
  () => {
    let service: ContractService;
    let key: string;
    let held: HeldTables | undefined;

    beforeAll(async () => {
      service = await startContractService({ reports: { waitMs: 500 } });
      ({ key } = await createClient(service, 'reader', { scopes: ['wallet:read'] }));
    });
    afterEach(async () => {
      await held?.release();
      held = undefined;
    });
    afterAll(async () => {
      await service.audit();
      await service.close();
    });

    function dayFromNow(days: number): string {
      return new Date(Date.now() + days * 86_400_000).toISOString();
    }

    const hold = async (...tables: string[]): Promise<HeldTables> =>
      (held = await holdTables(service.database, ...tables));
    const release = async (): Promise<void> => {
      await held?.release();
      held = undefined;
    };
    const scan = (limit: number) => service.client.get(`/v1/transactions?asset=GOLD&limit=${limit}`);
    const ready = () => service.client.get('/health/ready');

    it('answers readiness, key look-ups and balances while 40 scans hang, and sheds scans beyond the limit with 503', async () => {
      const tables = await hold('transactions');
      const scans = Array.from({ length: 40 }, (_, index) => scan(index + 1));
      await tables.untilWaiting(2);
      expect((await ready()).status).toBe(200);
      expect((await service.client.get('/v1/wallets/alice/GOLD')).json).toMatchObject({ balance: 1000 });
      // A key that no instance has cached yet.
      expect((await service.as(key).get('/v1/wallets/alice')).status).toBe(200);
      expect((await service.client.get('/v1/users/alice')).status).toBe(200);

      const refused = await Promise.all(scans.slice(2));
      for (const answer of refused) expectProblem(answer, 'overloaded');
      expect(new Set(refused.map(({ headers }) => headers['retry-after']))).toEqual(new Set(['1']));
      expect(await tables.waiting('wallet-api-reports')).toBe(2);
      await release();
      expect((await Promise.all(scans.slice(0, 2))).map(({ status }) => status)).toEqual([200, 200]);
    });

    it('shares one run among identical scans', async () => {
      const tables = await hold('transactions');
      const scans = Array.from({ length: 40 }, () => scan(7));
      await tables.untilWaiting(1);
      // Longer than a scan would wait in the queue.
      const other = scan(8);
      await tables.untilWaiting(2);
      expectProblem(await scan(9), 'overloaded');
      expect(await tables.waiting('wallet-api-reports')).toBe(2);
      await release();
      const answers = await Promise.all([...scans, other]);
      expect(answers.map(({ status }) => status)).toEqual(Array(41).fill(200));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    });

    it('runs again for a caller that arrives after the run', async () => {
      const before = (await scan(3)).json as { data: unknown[] };
      await service.client.post('/v1/wallets/alice/GOLD/spend', { amount: 1 });
      const after = (await scan(3)).json as { data: unknown[] };
      expect(after.data).toHaveLength(before.data.length + 1);
    });

    it('cancels a scan whose client disconnects, and starts the next', async () => {
      const tables = await hold('transactions');
      const clients = new AbortController();
      const leaving = [1, 2].map((limit) =>
        service.client.send({ path: `/v1/transactions?asset=GOLD&limit=${limit}`, signal: clients.signal }),
      );
      await tables.untilWaiting(2);
      clients.abort();
      await Promise.allSettled(leaving);
      await tables.untilWaiting(0);
      const next = scan(4);
      await tables.untilWaiting(1);
      await release();
      expect((await next).status).toBe(200);
    });

    it('continues a scan while one of its clients is connected', async () => {
      const tables = await hold('transactions');
      const path = '/v1/transactions?asset=GOLD&limit=5';
      const staying = service.client.get(path);
      await tables.untilWaiting(1);
      const leaving = service.client.send({ path, timeoutMs: 300 });
      await expect(leaving).rejects.toThrow('aborted');
      await release();
      expect((await staying).status).toBe(200);
    });

    it('removes a disconnected client from the queue', async () => {
      const tables = await hold('transactions');
      const inside = [scan(1), scan(2)];
      await tables.untilWaiting(2);
      const leaving = service.client.send({ path: '/v1/transactions?asset=GOLD&limit=3', timeoutMs: 200 });
      await expect(leaving).rejects.toThrow('aborted');
      await release();
      expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200]);
    });

    it.each([
      '/v1/transactions?asset=GOLD',
      '/v1/transactions?userId=alice&type=spend',
      // Each has an index; no index covers both.
      '/v1/transactions?userId=alice&reference=seed&limit=1',
      '/v1/economy',
      '/v1/economy/GOLD/days',
      '/v1/economy/GOLD/holders',
      '/v1/system-accounts',
      '/v1/ledger/verification',
      '/v1/wallets/alice/GOLD/verification',
    ])('reads %s through the connections of reports', async (path) => {
      const tables = await hold('transactions', 'accounts', 'entries');
      const answer = service.client.get(path);
      await tables.untilWaiting(1);
      expect(await tables.waiting('wallet-api')).toBe(0);
      await release();
      expect((await answer).status).toBe(200);
    });

    it.each([
      '/v1/transactions',
      '/v1/transactions?userId=alice',
      '/v1/transactions?reference=seed&from=2020-01-01T00:00:00Z',
      '/v1/transactions?type=spend',
      '/v1/transactions?after=start',
      '/v1/wallets/alice',
      '/v1/wallets/alice/GOLD/entries',
      `/v1/wallets/alice/GOLD/statement?from=${dayFromNow(-1)}&to=${dayFromNow(1)}`,
      '/v1/users',
    ])('reads %s, which has an index, outside the limit on reports', async (path) => {
      const tables = await hold('transactions', 'accounts');
      const answer = service.client.get(path);
      await tables.untilWaiting(1, 'wallet-api');
      expect(await tables.waiting('wallet-api-reports')).toBe(0);
      await release();
      expect((await answer).status).toBe(200);
    });

    describe('a report', () => {
      const run = (sql: string, statementTimeoutMs = 10_000) =>
        service.app
          .get(Reports)
          .run({ name: sql, statementTimeoutMs, read: (manager) => manager.query(sql) });

      it('is stopped by PostgreSQL when it takes too long', async () => {
        await expect(run('SELECT pg_sleep(600)', 50)).rejects.toMatchObject({ code: 'overloaded' });
      });

      it('cannot write, and uses no parallel workers', async () => {
        await expect(run(`UPDATE accounts SET balance = balance`)).rejects.toThrow('read-only transaction');
        expect(await run(`SHOW max_parallel_workers_per_gather`)).toEqual([
          { max_parallel_workers_per_gather: '0' },
        ]);
        expect(await run(`SHOW statement_timeout`, 1_234)).toEqual([{ statement_timeout: '1234ms' }]);
      });
    });
  },
  'a scan waits on every node, one after another, and these tests count its sessions on one',
);
