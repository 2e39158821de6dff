import { isCitus } from './server/test-server.js';
import { withClient } from './server/with-client.js';
import type { TestDatabase } from './test-database.js';

/**
 * Runs statements as the owner of the tables, without triggers and foreign keys. Citus runs them in each placement group, on its node and
 * under the names of its shards, whose triggers the coordinator cannot switch off.
 */
export async function forge({ url }: Pick<TestDatabase, 'url'>, sql: string): Promise<void> {
  for (const group of isCitus() ? await groupsOf(url) : [{ url, inGroup: (text: string) => text }]) {
    await withClient(group.url, async (owner) => {
      await owner.query(`SET session_replication_role = replica`);
      await owner.query(group.inGroup(sql));
    });
  }
}

async function groupsOf(url: string) {
  const shards = await withClient(url, (client) =>
    client.query<{ table: string; name: string; group: number; node: string }>(
      `SELECT logicalrelid::text AS "table", shard_name(logicalrelid, shardid) AS name, shardminvalue AS "group",
              nodename || ':' || nodeport AS node
       FROM pg_dist_shard JOIN pg_dist_placement USING (shardid) JOIN pg_dist_node USING (groupid)
       WHERE shardminvalue IS NOT NULL`,
    ),
  );
  const groups = new Map<number, typeof shards.rows>();
  for (const shard of shards.rows) groups.set(shard.group, [...(groups.get(shard.group) ?? []), shard]);
  return [...groups.values()].map((members) => {
    const names = new Map(members.map(({ table, name }) => [table, name]));
    return {
      url: url.replace(/@[^/]*\//, `@${members[0]?.node}/`),
      inGroup: (text: string) => text.replace(/\b\w+\b/g, (word) => names.get(word) ?? word),
    };
  });
}
