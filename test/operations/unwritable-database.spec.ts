import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seedDemo } from '../../seed/seed-demo.js';
import { expectProblem, type ProblemCode } from '../e2e/support/problem-codes.js';
import { missingTools } from '../faults/runner/tools.js';
import { type SeparateServer, startSeparateServer } from '../support/separate-service.js';
import { whereServerHas } from '../support/server/where-server-has.js';
import { startService, type TestService } from '../support/test-service.js';

const noTmpfs = missingTools(['tmpfs'])[0];

/** Readiness and writes say why a PostgreSQL that is reached takes no writes. */
whereServerHas('server-process', () => {
  let server: SeparateServer;
  let service: TestService;

  beforeAll(async () => {
    server = await startSeparateServer(
      { max_wal_size: '32MB', min_wal_size: '32MB', autovacuum: 'off' },
      (folder) => {
        if (noTmpfs !== undefined) return () => undefined;
        spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', folder]);
        return () => spawnSync('umount', ['--lazy', folder]);
      },
    );
    // A write that waited for this limit would exceed that of the test.
    service = await startService({ database: server.database, journal: { retryForMs: 3_600_000 } });
    await seedDemo(service.app);
  });

  /** Of alice, while the database still accepts connections. */
  let before: number;
  beforeEach(async () => {
    before = await balance();
  });

  afterEach(() => service.audit());

  afterAll(async () => {
    await service.close();
    await server.remove();
  });

  const topUp = (key?: string, body: object = {}) =>
    service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1, ...body }, key);

  const readiness = async () => {
    const { status, json } = await service.client.get('/health/ready');
    return `${status} ${json.status} ${json.database}`;
  };

  async function untilReadiness(expected: string): Promise<void> {
    while ((await readiness()) !== expected) await sleep(20);
  }

  /** A write is refused with this problem and leaves nothing, so its key works once `heal` has been called. */
  async function expectRefusedUntil(code: ProblemCode, heal: () => Promise<unknown>): Promise<void> {
    const key = randomUUID();
    for (const each of [key, randomUUID()]) expectProblem(await topUp(each), code);
    await heal();
    await untilReadiness('200 ready up');
    const answer = await topUp(key);
    expect([answer.status, answer.headers['idempotency-replayed'], answer.json.balance]).toEqual([
      201,
      undefined,
      before + 1,
    ]);
  }

  async function balance(): Promise<number> {
    const [row] = await server.administer<{ balance: string }>(
      `SELECT balance FROM accounts WHERE owner_id = 'alice' AND asset_code = 'GOLD'`,
    );
    return Number(row?.balance);
  }

  it('a setting makes it read-only', async () => {
    await server.administer(`ALTER SYSTEM SET default_transaction_read_only = on`);
    await server.administer(`SELECT pg_reload_conf()`);
    await untilReadiness('503 not-ready read-only');
    expect((await service.client.get('/v1/wallets/alice')).status).toBe(200);
    await expectRefusedUntil('database-read-only', async () => {
      await server.administer(`ALTER SYSTEM RESET ALL`);
      await server.administer(`SELECT pg_reload_conf()`);
    });
  });

  it('it is a hot standby', async () => {
    await server.postgres.stop();
    writeFileSync(join(server.postgres.dataFolder, 'standby.signal'), '');
    await server.postgres.start();
    await untilReadiness('503 not-ready in-recovery');
    expect((await service.client.get('/v1/wallets/alice')).status).toBe(200);
    await expectRefusedUntil('database-read-only', () => server.administer(`SELECT pg_promote()`));
  });

  it('it accepts no connections yet', async () => {
    await server.administer(`ALTER SYSTEM SET hot_standby = off`);
    await server.postgres.stop();
    writeFileSync(join(server.postgres.dataFolder, 'standby.signal'), '');
    const started = server.postgres.start();
    await untilReadiness('503 not-ready starting-up');
    await expectRefusedUntil('database-starting-up', async () => {
      writeFileSync(join(server.postgres.dataFolder, 'promote'), '');
      process.kill(server.postgres.postmasterPid(), 'SIGUSR1');
      await started;
      await server.administer(`ALTER SYSTEM RESET ALL`);
    });
  });

  if (noTmpfs !== undefined) it.skip(`its disk is full: ${noTmpfs}`, () => undefined);
  else {
    it('its disk is full', async () => {
      const filler = join(server.postgres.dataFolder, '..', 'filler');
      fill(filler);
      expect(await readiness()).toBe('200 ready up');
      // Until the tables have used up the room in their pages.
      const metadata = { note: 'x'.repeat(3_000) };
      while ((await topUp(undefined, { metadata })).status === 201);
      await untilReadiness('503 not-ready disk-full');
      for (let time = 0; time < 3; time++) {
        await sleep(1_000);
        expect(await readiness()).toBe('503 not-ready disk-full');
      }
      const held = await balance();
      expectProblem(await topUp('full', { metadata }), 'database-disk-full');
      rmSync(filler);
      await untilReadiness('200 ready up');
      const answer = await topUp('full', { metadata });
      expect([answer.status, answer.json.balance]).toEqual([201, held + 1]);
    });
  }
});

/** Takes the last block. */
function fill(file: string): void {
  for (const size of [1_048_576, 4_096]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}
