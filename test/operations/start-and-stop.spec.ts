import { setTimeout as sleep } from 'node:timers/promises';
import { createEmbeddedFolder, type EmbeddedFolder } from '../support/embedded-folder.js';
import {
  endPrograms,
  runProgram,
  type ServiceProcess,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { createTestDatabase } from '../support/test-database.js';
import { type Answer, WalletClient } from '../support/wallet-client.js';
import { withLedger } from '../../apps/wallet-api/src/process/ledger-context.js';
import { Verification } from '@app/ledger';

const authorization = 'Bearer demo-admin-key';

afterEach(endPrograms);

const balance = async (service: ServiceProcess, path: string): Promise<unknown> =>
  (
    (await (await fetch(`${service.url}/v1/wallets/${path}`, { headers: { authorization } })).json()) as {
      balance: unknown;
    }
  ).balance;

const spend = (service: ServiceProcess, key: string) =>
  fetch(`${service.url}/v1/wallets/alice/GOLD/spend`, {
    method: 'POST',
    headers: { authorization, 'idempotency-key': key, 'content-type': 'application/json' },
    body: '{"amount": 30}',
  });

describe('with nothing configured', () => {
  let folder: EmbeddedFolder;
  beforeEach(async () => {
    folder = await createEmbeddedFolder();
  });
  afterEach(async () => {
    await endPrograms();
    await folder.remove();
  });

  it('starts an embedded PostgreSQL, durable, migrated and seeded, reports its location, and keeps the data', async () => {
    const first = await startProgram({ env: { DATA_DIR: folder.path } });
    await untilReady(first);
    expect(await balance(first, 'alice/GOLD')).toBe(1000);
    expect((await spend(first, 'k')).status).toBe(201);
    expect(first.output()).toContain(`${first.url}/docs`);
    const examples = first.output().match(/curl .*/g) ?? [];
    expect(examples).toHaveLength(2);
    for (const example of examples)
      expect(example).toMatch(/wallets\/alice.* 'Authorization: Bearer demo-game-key'/);
    expect(first.output()).toMatch(/demonstration.*publicly known.*demo-game-key.*demo-admin-key/s);

    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    // Removed by a clean shutdown of PostgreSQL.
    expect(folder.hasServer()).toBe(false);

    const second = await startProgram({ env: { DATA_DIR: folder.path } });
    await untilReady(second);
    expect(await balance(second, 'alice/GOLD')).toBe(970);
    second.child.kill('SIGINT');
    expect(await second.exit).toBe(0);
  });

  it('rejects a second service on the folder, naming the pid of the first; commands attach', async () => {
    const first = await startProgram({ env: { DATA_DIR: folder.path } });
    await untilReady(first);
    const second = await runProgram({ env: { DATA_DIR: folder.path } });
    expect(second.output).toMatch(
      new RegExp(`^wallet: DATA_DIR .* is in use by a running service, pid ${first.child.pid}\\. Stop`, 'm'),
    );
    expect(second.code).toBe(1);
    for (const program of ['commands/migrate', 'commands/seed', 'commands/verify'] as const) {
      expect(await runProgram({ program, env: { DATA_DIR: folder.path } })).toMatchObject({ code: 0 });
    }
    expect((await spend(first, 'k')).status).toBe(201);
  });
});

it('logs one JSON line per request, with the id that the caller gets', async () => {
  const database = await createTestDatabase();
  const service = await startProgram({ env: { DATABASE_URL: database.url } });
  await untilReady(service);
  const answer = await fetch(`${service.url}/v1/assets?hush=1`, {
    headers: { authorization: 'Bearer hush-hush' },
  });
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);

  const lines = service
    .output()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const ofRequest = lines.filter(({ requestId }) => requestId === answer.headers.get('x-request-id'));
  expect(ofRequest).toEqual([
    expect.objectContaining({ method: 'GET', path: '/v1/assets', status: 401, msg: 'request' }),
  ]);
  expect(service.output()).not.toContain('hush');
  await database.drop();
});

it('drains on SIGTERM under load: keeps every acknowledged write, cuts no connection, exits with 0', async () => {
  const database = await createTestDatabase();
  const service = await startProgram({
    env: { DATABASE_URL: database.url, SEED_DEMO: 'true', LOG_LEVEL: 'warn' },
  });
  await untilReady(service);
  const client = new WalletClient(service.url);
  const answered: Answer[] = [];
  const errors: string[] = [];
  let next = 0;
  const caller = async () => {
    for (;;) {
      const index = next++;
      try {
        const answer = await client.post(
          `/v1/wallets/user-${index % 20}/GOLD/topup`,
          { amount: 1 },
          `k-${index}`,
        );
        answered.push(answer);
      } catch (error) {
        errors.push((error as NodeJS.ErrnoException).code ?? String(error));
        return;
      }
    }
  };
  const callers = Array.from({ length: 32 }, caller);
  while (answered.length < 500) await new Promise((resolve) => setTimeout(resolve, 5));
  service.child.kill('SIGTERM');
  await Promise.all(callers);
  expect(await service.exit).toBe(0);

  // Late clients get a refused connection; no established connection is reset.
  expect(new Set(errors)).toEqual(new Set(['ECONNREFUSED']));
  expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([201]));
  await withLedger(database.url, async (context) => {
    const report = await context.get(Verification).verify();
    expect(report.ok).toBe(true);
    const transactions = report.invariants.find(({ name }) => name === 'transactions-balanced');
    expect(transactions?.checked).toBe(answered.length + 7);
  });
  await database.drop();
});

it('serves for DRAIN_SECONDS while not ready, to let a proxy redirect requests', async () => {
  const database = await createTestDatabase();
  const env = { DATABASE_URL: database.url, SEED_DEMO: 'true', DRAIN_SECONDS: '300' };
  const service = await startProgram({ env });
  await untilReady(service);
  service.child.kill('SIGTERM');
  while ((await fetch(`${service.url}/health/ready`)).status === 200);

  expect((await fetch(`${service.url}/health/ready`)).status).toBe(503);
  const answer = await spend(service, 'while-draining');
  expect(answer.status).toBe(201);
  // The listener is still open: no client is asked to reconnect while it closes.
  expect(answer.headers.get('connection')).toBe('keep-alive');
  // A second signal ends it immediately, unless it follows so closely that it may be an echo of the first.
  const ended = service.exit.then(() => true);
  for (let over = false; !over; over = await Promise.race([ended, sleep(200, false)])) {
    service.child.kill('SIGTERM');
  }
  expect(await service.exit).toBe(1);
  await withLedger(database.url, async (context) => {
    expect(await context.get(Verification).verify()).toMatchObject({ ok: true });
  });
  await database.drop();
});

it('closes the listener after DRAIN_SECONDS and exits with 0', async () => {
  const database = await createTestDatabase();
  const service = await startProgram({ env: { DATABASE_URL: database.url, DRAIN_SECONDS: '1' } });
  await untilReady(service);
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);
  await database.drop();
});
