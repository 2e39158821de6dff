import { ShardPlacement } from '@app/accounts';
import { Client } from 'pg';
import { whereServerHas } from '../support/server/where-server-has.js';
import { startService, type TestService } from '../support/test-service.js';

/** A placement group that Citus moves to another node while it is written. */
whereServerHas('citus', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  it('connects each lane to the node that has its shards', async () => {
    const placed = await query<{ port: number }>(
      `SELECT DISTINCT nodeport AS port FROM citus_shards WHERE table_name = 'accounts'::regclass ORDER BY 1`,
    );
    const ports = new Set(portsOfGroups());
    expect([...ports].sort()).toEqual(placed.map(({ port }) => port));
    expect(ports.size).toBeGreaterThan(1);
  });

  it('loses and doubles nothing while a group moves, and follows it', async () => {
    const [move] = await query<{ shard: string; host: string; from: number; to: number }>(
      `SELECT shardid AS shard, nodename AS host, nodeport AS from,
              (SELECT nodeport FROM pg_dist_node WHERE groupid <> 0 AND nodeport <> citus_shards.nodeport LIMIT 1) AS to
       FROM citus_shards WHERE table_name = 'accounts'::regclass LIMIT 1`,
    );
    if (!move) throw new Error('The tables are not distributed');
    let isMoving = true;
    const topUps = Array.from({ length: 20 }, async (_, user) => {
      let sent = 0;
      do {
        const key = `${user}/${sent++}`;
        const { status } = await service.client.post(
          `/v1/wallets/mover-${user}/GOLD/topup`,
          { amount: 1 },
          key,
        );
        expect(status).toBe(201);
      } while (isMoving);
      return sent;
    });
    await query(`SELECT citus_move_shard_placement($1, $2, $3, $2, $4, 'force_logical')`, [
      move.shard,
      move.host,
      move.from,
      move.to,
    ]).finally(() => {
      isMoving = false;
    });
    const sent = await Promise.all(topUps);

    await service.app.get(ShardPlacement, { strict: false }).refresh();
    expect(new Set(portsOfGroups())).toEqual(new Set([move.to]));
    const balances = await Promise.all(
      sent.map(async (_, user) => {
        const { json } = await service.client.get(`/v1/wallets/mover-${user}/GOLD`);
        return (json as { balance: number }).balance;
      }),
    );
    expect(balances).toEqual(sent);
    await service.audit();
  });

  function portsOfGroups(): number[] {
    const { groups } = service.app.get(ShardPlacement, { strict: false });
    return groups.map(({ dataSource }) => Number(new URL((dataSource.options as { url: string }).url).port));
  }

  async function query<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const owner = new Client({ connectionString: service.database.url });
    await owner.connect();
    try {
      return (await owner.query<Row>(sql, parameters)).rows;
    } finally {
      await owner.end();
    }
  }
});
