import { setTimeout as sleep } from 'node:timers/promises';
import { holdAccount } from '../../support/held-account.js';
import { endPrograms, startProgram, untilReady } from '../../support/service-process.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { type Answer, WalletClient } from '../../support/wallet-client.js';
import { startLoggedService } from '../support/logged-service.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(endPrograms);
afterAll(() => database.drop());

const slowMs = 50;

/** A top-up that waits for a lock, longer than `slowMs`. */
async function topUpSlowly(url: string): Promise<Answer> {
  const client = new WalletClient(url);
  const path = '/v1/wallets/alice/GOLD/topup';
  await client.post(path, { amount: 5 });
  const held = await holdAccount(database, { userId: 'alice', asset: 'GOLD' });
  const answering = client.post(path, { amount: 5 });
  await held.untilAwaited(1);
  await sleep(slowMs + 10);
  await held.release();
  const answer = await answering;
  client.close();
  return answer;
}

it('logs a slow request once more, with the waiting times of its posting', async () => {
  const service = await startLoggedService(database, { SLOW_REQUEST_MS: String(slowMs) });
  const answer = await topUpSlowly(service.url);
  const requestId = answer.headers['x-request-id'];
  const [line, ...more] = (await service.lines()).filter(
    (each) => each['requestId'] === requestId && each['msg'] === 'slow request',
  );
  expect(more).toEqual([]);
  const number = expect.any(Number) as number;
  expect(line).toEqual({
    ...{ level: 40, time: number, pid: number, hostname: expect.any(String) as string },
    requestId,
    method: 'POST',
    route: '/v1/wallets/:userId/:asset/topup',
    status: 201,
    ...{ durationMs: number, queuedMs: number, batchMs: number, commitMs: number, batchSize: 1, attempts: 1 },
    msg: 'slow request',
  });
  const { durationMs, queuedMs, batchMs, commitMs } = line as Record<string, number>;
  expect(batchMs).toBeGreaterThan(slowMs);
  expect(commitMs).toBeLessThan(batchMs!);
  expect(queuedMs! + batchMs!).toBeLessThan(durationMs!);
  await service.stop();
});

it.each([
  ['SLOW_REQUEST_MS is off', { SLOW_REQUEST_MS: 'off' }, true],
  ['the log level hides it', { SLOW_REQUEST_MS: String(slowMs), LOG_LEVEL: 'error' }, false],
])('logs no slow request if %s', async (_why, env, logsRequests) => {
  const service = await startProgram({ env: { DATABASE_URL: database.url, SEED_DEMO: 'true', ...env } });
  await untilReady(service);
  expect((await topUpSlowly(service.url)).status).toBe(201);
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);
  expect(service.output().includes('"msg":"request"')).toBe(logsRequests);
  expect(service.output()).not.toContain('slow request');
});
