import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { type DatabaseClock, setUpClock } from './database-clock.js';
import { endPrograms, runProgram, type ServiceProcess, startProgram, untilReady } from './service-process.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { WalletClient } from './wallet-client.js';

/** Two instances, as processes, whose clocks are an hour fast and an hour slow, on one database whose clock the test sets. */
export interface SkewedInstances {
  database: TestDatabase;
  clock: DatabaseClock;
  /** A session of the owner of the tables. */
  owner: Client;
  fast: WalletClient;
  slow: WalletClient;
  /** The fast one for even numbers, the slow one for odd ones. */
  inTurn(index: number): WalletClient;
  /** Starts another instance like the fast one. */
  start(): Promise<{ service: ServiceProcess; client: WalletClient }>;
  /** Runs the audit as an operator does; throws its findings. */
  audit(): Promise<void>;
  close(): Promise<void>;
}

const hourMs = 3_600_000;

export async function startSkewedInstances(time: number): Promise<SkewedInstances> {
  const database = await createTestDatabase();
  const clock = await setUpClock(database);
  await clock.set(time);
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  const clients: WalletClient[] = [];
  const start = async (shift: number) => {
    const service = await startProgram({
      env: {
        DATABASE_URL: database.url,
        SEED_DEMO: 'true',
        LOG_LEVEL: 'warn',
        CLOCK_SHIFT_MS: String(shift),
        NODE_OPTIONS: `--import=${pathToFileURL('test/support/shifted-date.mjs').href}`,
      },
    });
    await untilReady(service);
    const client = new WalletClient(service.url);
    clients.push(client);
    return { service, client };
  };
  const { client: fast } = await start(hourMs);
  const { client: slow } = await start(-hourMs);
  return {
    database,
    clock,
    owner,
    fast,
    slow,
    inTurn: (index) => (index % 2 === 0 ? fast : slow),
    start: () => start(hourMs),
    audit: async () => {
      const { code, output } = await runProgram({
        program: 'commands/verify',
        env: { DATABASE_URL: database.url },
      });
      if (code !== 0) throw new Error(output);
    },
    close: async () => {
      for (const client of clients) client.close();
      await endPrograms();
      await owner.end();
      await clock.close();
      await database.drop();
    },
  };
}
