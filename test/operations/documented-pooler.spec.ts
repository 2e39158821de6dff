import { setTimeout as sleep } from 'node:timers/promises';
import {
  defaultPoolSize,
  defaultReportsPoolSize,
} from '../../apps/wallet-api/src/process/configuration/pool-sizes.js';
import { describeBehindPgBouncer, type PgBouncer, startDocumentedPgBouncer } from '../support/pgbouncer.js';
import {
  endPrograms,
  runProgram,
  type ServiceProcess,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database.js';
import { inSession, TestLogins } from '../support/test-logins.js';
import { WalletClient } from '../support/wallet-client.js';

/** Instances with the default pools share the pooler of docs/operations.md, with the service's login. */
const connectionsOfInstance = defaultPoolSize + defaultReportsPoolSize;
const writers = 8;
const readers = 20;
/** Between two requests of a caller: all of them at once need every connection, and the machine stays free to start a program. */
const pauseMs = 200;

let database: TestDatabase;
let logins: TestLogins;
let login: string;
let pooler: PgBouncer;
beforeEach(async () => {
  database = await createEmptyDatabase();
  logins = new TestLogins(database);
  login = await logins.create('service');
  pooler = await startDocumentedPgBouncer(logins.url(login));
});
afterEach(async () => {
  await endPrograms();
  await pooler.stop();
  await logins.drop();
});

const env = () => ({ DATABASE_URL: pooler.url, MIGRATE_ON_START: 'false' });

async function startInstance(): Promise<ServiceProcess> {
  const instance = await startProgram({ env: { ...env(), SEED_DEMO: 'true' } });
  await untilReady(instance);
  return instance;
}

/** Callers that use every connection of an instance until `stop`, which counts their answers. */
function load({ url }: ServiceProcess) {
  const client = new WalletClient(url);
  const answers: Record<string, number> = {};
  let stopped = false;
  const repeat = async (what: string, send: () => Promise<{ status: number }>) => {
    while (!stopped) {
      const name = `${what} ${(await send()).status}`;
      answers[name] = (answers[name] ?? 0) + 1;
      await sleep(pauseMs);
    }
  };
  const callers = (count: number, what: string, send: (caller: number) => Promise<{ status: number }>) =>
    Array.from({ length: count }, (_, caller) => repeat(what, () => send(caller)));
  const all = Promise.all([
    ...callers(writers, 'top-up', (caller) =>
      client.post(`/v1/wallets/user-${caller}/GOLD/topup`, { amount: 1 }),
    ),
    ...callers(readers, 'read', () => client.get('/v1/wallets/alice/GOLD/entries')),
    ...callers(1, 'report', () => client.get('/v1/economy')),
    ...callers(1, 'accounts', () => client.get('/v1/system-accounts')),
    ...callers(1, 'ready', () => client.get('/health/ready')),
  ]);
  all.catch(() => undefined); // `stop` reports it
  return async () => {
    stopped = true;
    await all;
    client.close();
    return Object.keys(answers).toSorted();
  };
}

async function untilConnections(count: number): Promise<void> {
  const sql = `SELECT count(*)::int AS open FROM pg_stat_activity WHERE usename = '${login}'`;
  for (;;) {
    const [row] = await inSession(database.url, [sql]);
    if ((row as { open: number }).open >= count) return;
    await sleep(20);
  }
}

const everySuccess = ['accounts 200', 'read 200', 'ready 200', 'report 200', 'top-up 201'];

describeBehindPgBouncer('behind PgBouncer as documented', () => {
  it('two instances, a third during a rolling restart, and the audit have room', async () => {
    const migrated = await runProgram({
      program: 'commands/migrate',
      args: ['--service-login', login],
      env: { ...env(), MIGRATION_DATABASE_URL: database.url },
    });
    expect(migrated).toMatchObject({ code: 0 });

    const stops: (() => Promise<string[]>)[] = [];
    for (const count of [1, 2, 3]) {
      stops.push(load(await startInstance()));
      await untilConnections(count * connectionsOfInstance);
    }
    const audit = await runProgram({ program: 'commands/verify', env: env() });
    expect(audit.output).toContain('The ledger is consistent');
    expect(audit.code).toBe(0);
    for (const stop of stops) expect(await stop()).toEqual(everySuccess);
    expect((await runProgram({ program: 'commands/verify', env: env() })).code).toBe(0);
  });
});
