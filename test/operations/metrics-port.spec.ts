import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { endPrograms, freePort, runProgram, startProgram, untilReady } from '../support/service-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(endPrograms);
afterAll(() => database.drop());

it('serves metrics until the service has stopped', async () => {
  const METRICS_PORT = String(await freePort());
  const service = await startProgram({ env: { DATABASE_URL: database.url, METRICS_PORT } });
  await untilReady(service);
  const url = `http://127.0.0.1:${METRICS_PORT}/metrics`;
  const text = await (await fetch(url)).text();
  expect(text).toMatch(/^wallet_lane_queue_length\{lane="0"\} 0$/m);
  // The scraper keeps its connection open, which must not delay the stop.
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

it('refuses to start if the port of the metrics is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const METRICS_PORT = String((other.address() as AddressInfo).port);
  const { code, output } = await runProgram({ env: { DATABASE_URL: database.url, METRICS_PORT } });
  expect(output).toContain(
    'wallet: the port of the metrics is taken: stop the process that listens on it, or set METRICS_PORT to another one',
  );
  expect(output).not.toContain('    at ');
  expect(code).toBe(1);
  other.close();
});

it('refuses to start with a METRICS_HOST that is no address of this machine', async () => {
  const { code, output } = await runProgram({
    env: { DATABASE_URL: database.url, METRICS_PORT: '9464', METRICS_HOST: '192.0.2.1' },
  });
  expect(output).toContain('set METRICS_HOST to one of its addresses');
  expect(code).toBe(1);
});
