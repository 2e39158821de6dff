import pg from 'pg';
import { DataSource } from 'typeorm';
import { scopes } from '../../dist/apps/wallet-api/src/process/scopes.js';
import { clientEntities, ClientRegister } from '../../dist/libs/clients/src/index.js';
import { migrate, postgresOptions } from '../../dist/libs/database/src/index.js';

/** A fresh database with our migrations, one asset, and an open account with balance 0 for every user. */
export async function createDatabase({ clusterUrl, name, shardCount, users }) {
  await administer(clusterUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = clusterUrl.replace(/\/postgres$/, `/${name}`);
  await migrate({ url, shardCount });
  await administer(url, async (client) => {
    await client.query(`INSERT INTO assets (code, name) VALUES ('GOLD', 'Gold Coins')`);
    await client.query(
      `INSERT INTO user_salts (shard, user_id, salt)
       SELECT wallet_shard('user-' || number), 'user-' || number, uuid_send(gen_random_uuid())
       FROM generate_series(0, $1::int - 1) AS number`,
      [users],
    );
    await client.query(
      `INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
       SELECT shard, id, 'user', user_id, 'GOLD',
              account_genesis_hash(shard, id, 'user', user_id, 'GOLD'), now(), now()
       FROM (
         SELECT wallet_shard('user-' || number) AS shard, gen_random_uuid() AS id, 'user-' || number AS user_id
         FROM generate_series(0, $1::int - 1) AS number
       ) AS opened`,
      [users],
    );
    // Only this table: of one that PostgreSQL has seen empty it believes so until the next ANALYZE, and scans it.
    await client.query('VACUUM ANALYZE accounts');
  });
  return url;
}

/** The API key of a client that may do what a game does. Those contestants that know no clients take no notice of it. */
export async function mintKey(url) {
  const options = postgresOptions({ url, poolSize: 1, as: 'owner', applicationName: 'wallet-bench' });
  const dataSource = await new DataSource({ ...options, entities: clientEntities }).initialize();
  try {
    return await new ClientRegister(dataSource, scopes).create('bench', ['wallet:read', 'wallet:write']);
  } finally {
    await dataSource.destroy();
  }
}

/** How many transactions PostgreSQL had to abort in this database because they waited for each other. */
export async function countDeadlocks(url) {
  return administer(url, async (client) => {
    const { rows } = await client.query(
      `SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`,
    );
    return Number(rows[0].deadlocks);
  });
}

/** Connects as the owner for as long as `work` takes. */
export async function administer(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query that is under way reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
