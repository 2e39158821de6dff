import { nodeUrls } from './citus-nodes.js';
import { templateOf, type Databases } from './databases.js';
import { type TestServer, urlOf } from './test-server.js';
import { withClient } from './with-client.js';

/** The same for a Citus cluster: a database has a part of the same name on every node. */
export function databasesOnCitus(server: TestServer): Databases {
  const onEveryNode = async (...statements: string[]) => {
    for (const url of await nodeUrls(server)) {
      await withClient(url, async (client) => {
        for (const sql of statements) await client.query(sql);
      });
    }
  };
  return {
    createMigrated: async (name) => {
      const template = templateOf(server);
      // The maintenance daemon of Citus connects to every database; a template must have no connection.
      await onEveryNode(
        `ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false`,
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${template}'`,
        `CREATE DATABASE ${name} TEMPLATE ${template}`,
      );
    },
    createEmpty: async (name) => {
      await onEveryNode(`CREATE DATABASE ${name}`);
      await joinNodes(server, name);
    },
    drop: async (name) => {
      // A killed session may leave a transaction prepared. Each node ends what it has begun.
      for (const url of await nodeUrls(server))
        await withClient(urlOf({ ...server, url }, name), (client) =>
          client.query('SELECT recover_prepared_transactions()'),
        );
      await onEveryNode(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function joinNodes(server: TestServer, name: string): Promise<void> {
  const urls = await nodeUrls(server);
  const ofDatabase = urls.map((url) => urlOf({ ...server, url }, name));
  for (const url of ofDatabase) await withClient(url, (client) => client.query('CREATE EXTENSION citus'));
  await withClient(urlOf(server, name), async (client) => {
    for (const [index, url] of urls.entries()) {
      const { hostname, port } = new URL(url);
      const add = index === 0 ? 'citus_set_coordinator_host' : 'citus_add_node';
      await client.query(`SELECT ${add}($1, $2)`, [hostname, Number(port)]);
    }
  });
}
