import { readFile } from 'node:fs/promises';
import { administer } from '../support/databases.mjs';

/**
 * A function in the database for each transfer (`function.sql`), which is what people do who need speed from PostgreSQL: one
 * round trip, everything prepared, the same rows under the same role, constraints and triggers. It is called
 * without HTTP, by a driver that holds the connections itself, and is taken at whatever number of them it is best. One
 * shard, so that there is one treasury row per asset.
 */
export const sqlFunction = {
  name: 'function',
  program: 'function-load.mjs',
  connections: [1, 8, 16, 64],
  shardCount: 1,
  prepareDatabase: createFunction,
};

/** The same on a treasury that is striped as the wallet's: what the stripes alone would do for it. */
export const stripedFunction = { ...sqlFunction, name: 'function-striped', shardCount: 16 };

async function createFunction(databaseUrl) {
  const sql = await readFile(new URL('./function.sql', import.meta.url), 'utf8');
  await administer(databaseUrl, (client) => client.query(sql));
}
