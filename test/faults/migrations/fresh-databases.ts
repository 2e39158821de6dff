import { join } from 'node:path';
import { externalUrl } from '../../support/server/test-server.js';
import type { CampaignContext, CampaignDatabase } from '../runner/campaign.js';
import { administer, startPostgres } from '../support/postgres.js';

const database = 'wallet';

/** Removes the last database, gives the URL of an empty one, and so on. */
export type FreshDatabases = () => Promise<string>;

export async function freshDatabases(context: CampaignContext): Promise<FreshDatabases> {
  return externalUrl() === undefined ? onSeparateCluster(context) : onExternalServer(context);
}

/** Also drops the service's role, which the whole cluster shares: the migrations create it as well. */
async function onSeparateCluster({ folder }: CampaignContext): Promise<FreshDatabases> {
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const postgres = await startPostgres({ folder: join(folder, 'cluster'), settings });
  return async () => {
    await administer(postgres.url, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await client.query('DROP ROLE IF EXISTS wallet_app');
      await client.query(`CREATE DATABASE ${database}`);
    });
    return postgres.urlOf(database);
  };
}

/** The role may belong to a wallet there, so it stays. */
function onExternalServer({ createEmptyDatabase }: CampaignContext): FreshDatabases {
  let last: CampaignDatabase | undefined;
  return async () => {
    await last?.drop();
    last = await createEmptyDatabase();
    return last.url;
  };
}
