import { scopes as registered } from '../../../apps/wallet-api/src/access/scopes.js';
import { ClientRegister, type StorageLimits } from '@app/clients';
import { postgresOptions } from '@app/database';
import { DataSource } from 'typeorm';
import type { TestService } from '../../support/test-service.js';

/** Registers a client as `npm run client` does. */
export async function createClient(
  { database }: Pick<TestService, 'database'>,
  id: string,
  { scopes = ['wallet:read', 'wallet:write'], limits }: { scopes?: string[]; limits?: StorageLimits } = {},
): Promise<{ key: string }> {
  const options = postgresOptions({ url: database.url, poolSize: 1, as: 'owner', applicationName: 'test' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const register = new ClientRegister(dataSource, registered);
    const key = await register.create(id, scopes);
    if (limits) await register.limit(id, limits);
    return { key };
  } finally {
    await dataSource.destroy();
  }
}
