import { clientEntities, ClientRegister, ScopeRegistry } from '@app/clients';
import { migrate, postgresOptions } from '@app/database';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** A database, and the API key of a client of it. */
export interface Database {
  databaseUrl: string;
  key: string;
}

interface NewDatabase {
  clusterUrl: string;
  name: string;
  shardCount?: number;
  users: number;
}

/** Creates a database with our migrations, one asset, and an open account with balance 0 for every user. Returns its URL. */
export async function createDatabase({ clusterUrl, name, shardCount, users }: NewDatabase): Promise<string> {
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
    // Only this table: once PostgreSQL has seen a table empty, it scans it sequentially until the next ANALYZE.
    await client.query('VACUUM ANALYZE accounts');
  });
  return url;
}

const scopes = new ScopeRegistry({
  'wallet:read': { allows: 'Read wallets' },
  'wallet:write': { allows: 'Move credits' },
});

/** Returns the API key of a client with the rights of a game. Implementations without clients ignore it. */
export async function mintKey(url: string): Promise<string> {
  const options = postgresOptions({ url, poolSize: 1, as: 'owner', applicationName: 'wallet-bench' });
  const dataSource = await new DataSource({ ...options, entities: clientEntities }).initialize();
  try {
    return await new ClientRegister(dataSource, scopes).create('bench', scopes.names);
  } finally {
    await dataSource.destroy();
  }
}

/** How many transactions PostgreSQL has aborted in this database because of a deadlock. */
export async function countDeadlocks(url: string): Promise<number> {
  return administer(url, async (client) => {
    const { rows } = await client.query<{ deadlocks: string }>(
      `SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`,
    );
    return Number(rows[0]?.deadlocks);
  });
}

/** Connects as the owner while `work` runs. */
export async function administer<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the running query reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
