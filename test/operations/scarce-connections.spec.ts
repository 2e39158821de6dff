import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '@app/database';
import { seedDemo } from '../../seed/seed-demo.js';
import { type Postgres, startPostgres } from '../faults/support/postgres.js';
import { whereServerHas } from '../support/server/where-server-has.js';
import { withClient } from '../support/server/with-client.js';
import { startService, type TestService } from '../support/test-service.js';

/** Two instances would open 36 connections. The server has 20, and keeps three of them for superusers. */
const settings = { max_connections: '20', fsync: 'off', shared_buffers: '32MB' };

const times = 10;
const readers = 20;
const writers = 8;
const superuserAttempts = 50;

whereServerHas('server-process', () => {
  let folder: string;
  let postgres: Postgres;
  let instances: TestService[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wallet-scarce-'));
    chmodSync(folder, 0o755);
    // Another version: the folder of its programs.
    const binaries = process.env['TEST_POSTGRES_BINARIES'];
    postgres = await startPostgres({
      folder: join(folder, 'cluster'),
      settings,
      ...(binaries && { binaries }),
    });
    await withClient(postgres.url, (client) => client.query('CREATE DATABASE wallet'));
    await migrate({
      url: postgres.urlOf('wallet'),
      serviceLogin: { name: 'wallet_service', password: 'unused' },
    });
    const url = postgres.urlOf('wallet').replace('//postgres@', '//wallet_service@');
    const database = { name: 'wallet', url, drop: () => Promise.resolve() };
    instances = [await startService({ database }), await startService({ database })];
    await seedDemo(instances[0]!.app);
  });

  afterEach(() => instances[0]!.audit());

  afterAll(async () => {
    for (const instance of instances) await instance.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /**
   * A connection takes its slot before the server checks whether it may have one of the reserved slots
   * (InitPostgres). Many attempts at once leave none for a superuser until they are refused.
   */
  async function asSuperuser<T extends object>(sql: string): Promise<T[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await withClient(postgres.url, async (client) => (await client.query<T>(sql)).rows);
      } catch (error) {
        const noSlot = (error as { code?: string }).code === '53300';
        if (!noSlot || attempt === superuserAttempts) throw error;
        await sleep(20);
      }
    }
  }

  /** Calls both instances from many callers at once, and counts the answers. */
  async function load(): Promise<Record<string, number>> {
    const answers: Record<string, number> = {};
    const repeat = async (what: string, send: () => Promise<{ status: number }>) => {
      for (let time = 0; time < times; time++) {
        const name = `${what} ${(await send()).status}`;
        answers[name] = (answers[name] ?? 0) + 1;
      }
    };
    await Promise.all(
      instances.flatMap(({ client }) => [
        ...Array.from({ length: readers }, () =>
          repeat('read', () => client.get('/v1/wallets/alice/GOLD/entries')),
        ),
        ...Array.from({ length: writers }, (_, caller) =>
          repeat('write', () => client.post(`/v1/wallets/user-${caller}/GOLD/topup`, { amount: 1 })),
        ),
        repeat('report', () => client.get('/v1/economy')),
        repeat('ready', () => client.get('/health/ready')),
      ]),
    );
    return answers;
  }

  const refused = () =>
    readFileSync(postgres.logFile, 'utf8').match(/remaining connection slots are reserved|too many clients/g)
      ?.length ?? 0;

  it('answers every read and write, stays ready, and lets a superuser in', async () => {
    const loaded = load();
    let ended = false;
    void loaded.finally(() => (ended = true));
    // Until the server has refused one: the instances would open more.
    while (!ended && refused() === 0) await sleep(10);
    expect(refused()).toBeGreaterThan(0);
    expect(await asSuperuser('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await loaded).toEqual({
      'read 200': 2 * readers * times,
      'write 201': 2 * writers * times,
      'report 200': 2 * times,
      'ready 200': 2 * times,
    });
  });

  it('gives the lanes connections again before reads', async () => {
    const loaded = load();
    let ended = false;
    void loaded.finally(() => (ended = true));
    while (!ended) {
      await asSuperuser(
        `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'wallet_service'`,
      );
      const before = refused();
      while (!ended && refused() === before) await sleep(10);
    }
    expect(await loaded).toMatchObject({ 'write 201': 2 * writers * times });
  });
});
