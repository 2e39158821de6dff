import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { administer } from '../support/databases.js';
import { root } from '../support/paths.js';

/**
 * One SQL function per transfer (`function.sql`), the usual answer when PostgreSQL must be fast: one round trip, everything
 * prepared, the same rows under the same role, constraints and triggers. The driver calls it without HTTP on connections
 * that it keeps, at the number of them that suits it best. One shard, hence one treasury row per asset.
 */
export const sqlFunction = {
  name: 'function',
  connections: [1, 8, 16, 64],
  shardCount: 1,
  prepareDatabase: createFunction,
};

/** The same on a treasury that is striped like the wallet's: shows what the stripes alone would bring. */
export const stripedFunction = { ...sqlFunction, name: 'function-striped', shardCount: 16 };

async function createFunction(databaseUrl: string): Promise<void> {
  const sql = await readFile(join(root, 'bench', 'implementations', 'function.sql'), 'utf8');
  await administer(databaseUrl, (client) => client.query(sql));
}
