import type { Postgres } from '../../faults/support/postgres.js';
import { endPrograms, runProgram, startProgram, untilReady } from '../service-process.js';
import { inSession } from '../test-logins.js';
import { WalletClient } from '../wallet-client.js';

const password = 'a-password';

/** The two logins of docs/deployment.md on a server. */
export function loginsOf(postgres: Postgres) {
  const url = (login: string) => postgres.urlOf('wallet').replace('//postgres@', `//${login}:${password}@`);
  return {
    DATABASE_URL: url('wallet_service'),
    MIGRATION_DATABASE_URL: url('the_owner'),
    SERVICE_DATABASE_PASSWORD: password,
  };
}

/** An empty database and the login that owns it, as an administrator makes them. */
export async function createDatabase(postgres: Postgres): Promise<void> {
  await inSession(postgres.url, [
    `CREATE ROLE the_owner LOGIN CREATEROLE PASSWORD '${password}'`,
    'CREATE DATABASE wallet OWNER the_owner',
  ]);
}

/** A command as the operator runs it. Fails with its output. */
export async function runCommand(
  postgres: Postgres,
  program: 'migrate' | 'verify' | 'client',
  ...args: string[]
): Promise<string> {
  const env = { NODE_ENV: 'production', ...loginsOf(postgres) };
  const { code, output } = await runProgram({ program: `commands/${program}`, args, env });
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${output}`);
  return output;
}

/** Migrates an empty database, and returns the key of a client. */
export async function setUpWallet(postgres: Postgres): Promise<string> {
  await createDatabase(postgres);
  await runCommand(postgres, 'migrate', '--service-login', 'wallet_service');
  const [key] = /wk_[\w-]+/.exec(await runCommand(postgres, 'client', 'create', 'game', 'admin'))!;
  await withService(postgres, key, (client) => client.post('/v1/assets', { code: 'GOLD', name: 'Gold' }));
  return key;
}

/** Runs the service in production for as long as `work` takes, as its login. */
export async function withService<T>(
  postgres: Postgres,
  key: string,
  work: (client: WalletClient) => Promise<T>,
): Promise<T> {
  const { DATABASE_URL } = loginsOf(postgres);
  const env = { NODE_ENV: 'production', DATABASE_URL, MIGRATE_ON_START: 'false', DRAIN_SECONDS: '0' };
  const service = await startProgram({ env });
  await untilReady(service);
  const client = new WalletClient(service.url, key);
  try {
    return await work(client);
  } finally {
    client.close();
    await endPrograms();
  }
}
