import { startEmbeddedCluster } from '@app/database';
import { createEmbeddedFolder, type EmbeddedFolder } from '../support/embedded-folder.js';
import { endPrograms, type ServiceProcess, startProgram, untilReady } from '../support/service-process.js';
import { WalletClient } from '../support/wallet-client.js';

/** The embedded PostgreSQL outlives the process that started it; another process takes it over. */
let folder: EmbeddedFolder;
beforeEach(async () => {
  folder = await createEmbeddedFolder();
});
afterEach(async () => {
  await endPrograms();
  await folder.remove();
});

async function start(): Promise<ServiceProcess> {
  const service = await startProgram({ env: { DATA_DIR: folder.path } });
  await untilReady(service);
  return service;
}

const spend = (service: ServiceProcess) =>
  new WalletClient(service.url).post('/v1/wallets/alice/GOLD/spend', { amount: 30 }, 'k');

it('starts again after SIGKILL without losing an acknowledged write', async () => {
  const first = await start();
  expect((await spend(first)).status).toBe(201);
  first.child.kill('SIGKILL');
  expect(await first.exit).toBeNull();
  expect(folder.hasServer()).toBe(true);

  const second = await start();
  const retry = await spend(second);
  expect(retry.headers['idempotency-replayed']).toBe('true');
  expect((await new WalletClient(second.url).get('/v1/wallets/alice/GOLD')).json.balance).toBe(970);
});

it('takes PostgreSQL over from a command, which leaves it running', async () => {
  const cluster = await startEmbeddedCluster({ dataDir: folder.path });
  expect(cluster.owned).toBe(true);
  const service = await start();
  await cluster.stop();
  expect((await spend(service)).status).toBe(201);
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);
  expect(folder.hasServer()).toBe(false);
});
