import { migrate } from '@app/database';
import { whereServerHas } from '../support/server/where-server-has.js';
import { withClient } from '../support/server/with-client.js';
import { startService, type TestService } from '../support/test-service.js';

/** A migration that follows on tables which Citus manages already. */
whereServerHas('citus', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  it('distributes a new table and leaves the others as they are', async () => {
    const { url } = service.database;
    const before = await rulesOf(url);
    await withClient(url, async (owner) => {
      await owner.query(`CREATE TABLE badges (
        shard smallint, user_id text, code text REFERENCES assets, PRIMARY KEY (shard, user_id, code))`);
    });
    await migrate({ url });

    const tables = await rowsOf(
      url,
      `SELECT partmethod AS method, count(DISTINCT colocationid)::int AS places FROM pg_dist_partition
       WHERE logicalrelid IN ('badges'::regclass, 'accounts'::regclass) GROUP BY partmethod`,
    );
    expect(tables).toEqual([{ method: 'h', places: 1 }]);
    expect(await rulesOf(url)).toEqual([
      ...before,
      { name: 'badges_code_fkey', rule: 'FOREIGN KEY (code) REFERENCES assets(code)' },
    ]);
    const credit = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5 });
    expect(credit.status).toBe(201);
  });

  /** Foreign keys and triggers, without those of shards. */
  async function rulesOf(url: string): Promise<unknown[]> {
    const rows = await rowsOf<{ name: string }>(
      url,
      `SELECT conname AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT relation_is_a_known_shard(conrelid)
       UNION ALL
       SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger
       WHERE NOT tgisinternal AND NOT relation_is_a_known_shard(tgrelid)`,
    );
    return rows.sort(
      (a, b) =>
        Number(a.name.startsWith('badges')) - Number(b.name.startsWith('badges')) ||
        (a.name < b.name ? -1 : 1),
    );
  }

  async function rowsOf<Row extends object>(url: string, sql: string): Promise<Row[]> {
    return withClient(url, async (client) => (await client.query<Row>(sql)).rows);
  }
});
