import { ConnectionFitness, postgresOptions } from '@app/database';
import { Client } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { killConnections } from '../support/kill-connections.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { describeBehindPgBouncer, type PgBouncer, startPgBouncer } from '../support/pgbouncer.js';
import { endPrograms, runProgram, startProgram, untilReady } from '../support/service-process.js';
import { startService } from '../support/test-service.js';
import { WalletClient } from '../support/wallet-client.js';

/** The service runs only behind a pooler that preserves sessions. */
let database: TestDatabase;
let pooler: PgBouncer;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await endPrograms();
  await pooler.stop();
  await database.drop();
});

const refusal =
  'wallet: connection error: a pooler in transaction mode is between the service and PostgreSQL: give DATABASE_URL the direct address of PostgreSQL, or switch the pooler to session mode (pool_mode = session)\n';

const env = () => ({ DATABASE_URL: pooler.url, SEED_DEMO: 'true' });

describeBehindPgBouncer('behind PgBouncer', () => {
  it.each([
    ['', {}],
    [' that drops start-up options', { ignore_startup_parameters: 'options' }],
  ])('works in session mode%s', async (_what, settings) => {
    pooler = await startPgBouncer(database.url, { pool_mode: 'session', ...settings });
    const service = await startProgram({ env: env() });
    await untilReady(service);
    const client = new WalletClient(service.url);
    const topUps = Array.from({ length: 60 }, (_, index) =>
      client.post(`/v1/wallets/user-${index % 7}/GOLD/topup`, { amount: 10 }),
    );
    expect(new Set((await Promise.all(topUps)).map(({ status }) => status))).toEqual(new Set([201]));
    client.close();
    const audit = await runProgram({ program: 'commands/verify', env: env() });
    expect(audit.output).toContain('The ledger is consistent');
    expect(audit.code).toBe(0);
  });

  it('says what to do if the pooler has too few connections for the service', async () => {
    pooler = await startPgBouncer(database.url, { pool_mode: 'session', default_pool_size: '4' });
    const { code, output } = await runProgram({ env: env() });
    expect(output).toContain(
      'if a pooler is in front of the database, raise its default_pool_size to what all instances may open, or lower DATABASE_POOL and REPORTS_POOL',
    );
    expect(code).toBe(1);
  });

  it.each(['main', 'commands/migrate', 'commands/verify', 'commands/client'] as const)(
    'is rejected in transaction mode by %s',
    async (program) => {
      pooler = await startPgBouncer(database.url, { pool_mode: 'transaction' });
      const args = program === 'commands/client' ? ['list'] : [];
      expect(await runProgram({ program, args, env: env() })).toEqual({ code: 1, output: refusal });
    },
  );

  it.each([
    ['transaction', { server_round_robin: '1' }],
    ['transaction', { ignore_startup_parameters: 'options' }],
    ['statement', {}],
  ])('is rejected in %s mode with %j', async (pool_mode, settings) => {
    pooler = await startPgBouncer(database.url, { pool_mode, ...settings });
    expect(await runProgram({ env: env() })).toEqual({ code: 1, output: refusal });
  });

  it('leaves no settings on shared sessions in transaction mode', async () => {
    pooler = await startPgBouncer(database.url, { pool_mode: 'transaction', default_pool_size: '1' });
    await expect(openTwoConnections(pooler.url)).rejects.toThrow(/a pooler in transaction mode/);
    const other = await new DataSource({ type: 'postgres', url: pooler.url }).initialize();
    expect(
      await other.query(
        `SELECT current_user = session_user AS own, current_setting('enable_seqscan') AS scan`,
      ),
    ).toEqual([{ own: true, scan: 'on' }]);
    await other.destroy();
  });

  it('reports the process id of the session in PostgreSQL', async () => {
    pooler = await startPgBouncer(database.url, { pool_mode: 'session' });
    const dataSource = await dataSourceOn(pooler.url).initialize();
    const queryRunner = dataSource.createQueryRunner();
    const { processID } = (await queryRunner.connect()) as { processID: number };
    expect(await queryRunner.query('SELECT pg_backend_pid() AS pid')).toEqual([{ pid: processID }]);
    await queryRunner.release();
    await dataSource.destroy();
  });

  it('is no longer ready when the pooler leaves session mode', async () => {
    pooler = await startPgBouncer(database.url, { pool_mode: 'session' });
    const service = await startService({ database: { ...database, url: pooler.url } });
    const owner = new Client({ connectionString: database.url });
    try {
      const ready = async () => (await service.client.get('/health/ready')).status;
      expect(await ready()).toBe(200);
      await pooler.set({ pool_mode: 'transaction' });
      await owner.connect();
      await killConnections(owner);
      // Each opens a connection, and two of them share a session.
      while (service.app.get(ConnectionFitness).good) await Promise.all(Array.from({ length: 16 }, ready));
      expect(await ready()).toBe(503);
    } finally {
      await owner.end();
      await service.close();
    }
  });
});

const dataSourceOn = (url: string) =>
  new DataSource(postgresOptions({ url, poolSize: 2, as: 'application', applicationName: 'test' }));

/** Two simultaneous connections. */
async function openTwoConnections(url: string): Promise<void> {
  const dataSource = await dataSourceOn(url).initialize();
  const queryRunners: QueryRunner[] = [];
  try {
    for (let count = 0; count < 2; count++) {
      const queryRunner = dataSource.createQueryRunner();
      queryRunners.push(queryRunner);
      await queryRunner.connect();
    }
  } finally {
    for (const queryRunner of queryRunners) await queryRunner.release();
    await dataSource.destroy();
  }
}
