import { createTestDatabase } from '../../support/test-database.js';
import { loadTransactions } from '../../support/load-transactions.js';
import { whereServerHas } from '../../support/server/where-server-has.js';
import { startService, type TestService } from '../../support/test-service.js';
import { seedDemo } from '../../../seed/seed-demo.js';

/** A filter without an index examines at most 10,000 transactions per page. The ledger has 12,007. */
whereServerHas(
  'distributed',
  () => {
    let service: TestService;
    beforeAll(async () => {
      const database = await createTestDatabase();
      await loadTransactions(database, 12_000);
      service = await startService({ database });
      await seedDemo(service.app);
    });
    afterAll(async () => {
      await service.audit();
      await service.close();
      await service.database.drop();
    });

    interface Page {
      data: { id: string; asset: string }[];
      hasMore: boolean;
      next?: string;
    }

    async function pages(query: string, most = Infinity): Promise<Page[]> {
      const found: Page[] = [];
      for (let cursor = ''; ;) {
        const { status, json } = await service.client.get(`/v1/transactions?limit=100&${query}${cursor}`);
        expect(status).toBe(200);
        const page = json as Page;
        found.push(page);
        if (!page.hasMore || found.length === most) return found;
        cursor = `&startingAfter=${page.next ?? page.data.at(-1)!.id}`;
      }
    }

    it('ends a page early, with a cursor, if nothing matches', async () => {
      expect(await pages('asset=COPPER')).toEqual([
        { data: [], hasMore: true, next: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
        { data: [], hasMore: false },
      ]);
    });

    it('finds every match over any number of pages', async () => {
      const found = await pages('asset=LOYALTY');
      expect(found.flatMap(({ data }) => data)).toHaveLength(2);
      expect(found).toHaveLength(2);
    });

    it('fills its pages, without the other cursor, while there are enough matches', async () => {
      const [first, second] = await pages('asset=CHIP&from=2001-01-01T00:00:00Z', 2);
      expect(first).toMatchObject({ hasMore: true });
      expect(first!.data).toHaveLength(100);
      expect(first!.next).toBeUndefined();
      expect(second!.data).toHaveLength(100);
    });

    it('uses the index on the type', async () => {
      const { json } = await service.client.get('/v1/transactions?type=conversion');
      expect(json).toEqual({ data: [], hasMore: false });
    });
  },
  'its rows are loaded by one function over all shards',
);
