import { scopes as registered } from '../../../apps/wallet-api/src/process/scopes.js';
import { clientEntities, ClientRegister, type ClientLimits } from '@app/clients';
import { postgresOptions } from '@app/database';
import { DataSource } from 'typeorm';
import type { TestService } from '../../support/test-service.js';

/** Registers a client as `npm run client` does. */
export function createClient(
  service: Pick<TestService, 'database'>,
  id: string,
  { scopes = ['wallet:read', 'wallet:write'], limits }: { scopes?: string[]; limits?: ClientLimits } = {},
): Promise<{ key: string }> {
  return withRegister(service, async (register) => {
    const key = await register.create(id, scopes);
    if (limits) await register.limit(id, limits);
    return { key };
  });
}

/** Changes the limits of a client. Its requests are judged by them within seconds. */
export function limitClient(
  service: Pick<TestService, 'database'>,
  id: string,
  limits: ClientLimits,
): Promise<void> {
  return withRegister(service, (register) => register.limit(id, limits));
}

/** Gives a client a second key. */
export function rotateKey(service: Pick<TestService, 'database'>, id: string): Promise<string> {
  return withRegister(service, (register) => register.rotate(id));
}

async function withRegister<T>(
  { database }: Pick<TestService, 'database'>,
  work: (register: ClientRegister) => Promise<T>,
): Promise<T> {
  const options = postgresOptions({ url: database.url, poolSize: 1, as: 'owner', applicationName: 'test' });
  const dataSource = await new DataSource({ ...options, entities: clientEntities }).initialize();
  try {
    return await work(new ClientRegister(dataSource, registered));
  } finally {
    await dataSource.destroy();
  }
}
