import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../embedded/cluster-processes.js';
import { createEmbeddedFolder, type EmbeddedFolder } from '../support/embedded-folder.js';
import {
  endPrograms,
  runProgram,
  type ServiceProcess,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { WalletClient } from '../support/wallet-client.js';

/** The embedded PostgreSQL is killed under a running service. */
let folder: EmbeddedFolder;
let service: ServiceProcess;
beforeEach(async () => {
  folder = await createEmbeddedFolder();
  service = await startProgram({ env: { DATA_DIR: folder.path, LOG_LEVEL: 'warn' } });
  await untilReady(service);
});
afterEach(async () => {
  await endPrograms();
  await folder.remove();
});

const restarts = () => service.output().match(/again, on port/g)?.length ?? 0;

/** Kills the postmaster, and resolves once the service has another one. */
async function killPostgres(): Promise<void> {
  const before = restarts();
  process.kill(folder.postmaster(), 'SIGKILL');
  expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
  while (restarts() === before) await sleep(20);
  await untilReady(service);
}

/** Retries one write until it gets a final answer, as a caller does. */
async function retryUntilFinal(client: WalletClient, index: number): Promise<void> {
  for (;;) {
    const { status } = await client.post('/v1/wallets/bob/GOLD/topup', { amount: 1 }, `k-${index}`);
    if (status === 201) return;
    expect(status).toBe(503);
    await sleep(100);
  }
}

it('restarts a killed PostgreSQL on the same port without losing an acknowledged write', async () => {
  const client = new WalletClient(service.url);
  const before = Number((await client.get('/v1/wallets/bob/GOLD')).json.balance);
  const port = new URL(folder.databaseUrl()).port;
  let next = 0;
  let stop = false;
  const callers = Array.from({ length: 4 }, async () => {
    while (!stop) await retryUntilFinal(client, next++);
  });
  while (next < 50) await sleep(20);

  await killPostgres();
  expect(new URL(folder.databaseUrl()).port).toBe(port);
  const sentBefore = next;
  while (next < sentBefore + 50) await sleep(20);
  stop = true;
  await Promise.all(callers);

  expect((await client.get('/v1/wallets/bob/GOLD')).json.balance).toBe(before + next);
  const audit = await runProgram({ program: 'commands/verify', env: { DATA_DIR: folder.path } });
  expect(audit).toMatchObject({
    code: 0,
    output: expect.stringMatching(/The ledger is consistent/) as string,
  });
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);
  expect(folder.hasServer()).toBe(false);
});

it('exits with 1 and the reason when PostgreSQL fails for the third time within a minute', async () => {
  await killPostgres();
  await killPostgres();
  const ended = service.exit.then(() => true);
  // More than one if the first two took longer than a minute.
  for (let over = false; !over; over = await Promise.race([ended, sleep(1_000, false)])) {
    if (folder.hasServer() && isRunning(folder.postmaster())) process.kill(folder.postmaster(), 'SIGKILL');
  }
  expect(await service.exit).toBe(1);
  expect(service.output()).toMatch(
    /^wallet: The embedded PostgreSQL in .* has failed three times within a minute, .*\nThe end of .*postgres\.log:/m,
  );
});
