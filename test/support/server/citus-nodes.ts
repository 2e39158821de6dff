import type { TestServer } from './test-server.js';
import { withClient } from './with-client.js';

/** The address of every node, the coordinator first, on the database `postgres`, whose extension knows them. */
export async function nodeUrls({ url }: Pick<TestServer, 'url'>): Promise<string[]> {
  const nodes = await withClient(url, (client) =>
    client.query<{ host: string; port: number }>(
      `SELECT nodename AS host, nodeport AS port FROM pg_dist_node WHERE groupid <> 0 AND noderole = 'primary' ORDER BY nodeid`,
    ),
  );
  return [url, ...nodes.rows.map(({ host, port }) => url.replace(/@[^/]*\//, `@${host}:${port}/`))];
}
