import { randomUUID } from 'node:crypto';
import { auditObserver, journalObserver } from '@app/ledger';
import { EconomyMetrics } from '../../../apps/wallet-api/src/metrics/economy-metrics.js';
import { MetricsServer } from '../../../apps/wallet-api/src/metrics/metrics-server.js';
import { PoolMetrics } from '../../../apps/wallet-api/src/metrics/pool-metrics.js';
import { metricsUrl, scrape } from '../../support/scraped-metrics.js';
import { startService, type TestService } from '../../support/test-service.js';
import { sendBytes } from '../support/raw-socket.js';

let service: TestService;
beforeAll(async () => {
  service = await startService({ metrics: { port: 0, host: '127.0.0.1' } });
});
afterAll(async () => {
  await service.audit();
  await service.close();
});

/** How much each counter has grown since this was called. */
async function watchCounters() {
  const before = await scrape(service);
  return async () => {
    const after = await scrape(service);
    return (name: string, labels: Record<string, string> = {}) =>
      after.sum(name, labels) - before.sum(name, labels);
  };
}

const requests = 'wallet_http_request_duration_seconds_count';
const topUp = { method: 'POST', route: '/v1/wallets/:userId/:asset/topup', kind: 'write' };

it('serves the text format, and nothing else, on a separate port', async () => {
  const answer = await fetch(metricsUrl(service));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(await answer.text()).toContain('# TYPE wallet_http_request_duration_seconds histogram');
  expect((await fetch(metricsUrl(service), { method: 'POST' })).status).toBe(405);
  expect((await fetch(new URL('/health/live', metricsUrl(service)))).status).toBe(404);
  expect((await fetch(`${service.url}/metrics`)).status).toBe(404);
});

it('counts requests by route template, kind and outcome, and problems by code', async () => {
  const counted = await watchCounters();
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5 });
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 6 });
  await service.client.post('/v1/wallets/alice/GOLD/spend', { amount: 1_000_000_000 });
  await service.client.post('/v1/wallets/alice/GOLD/bonus', { amount: 1, conditions: { version: 0 } });
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: -1 });
  await service.client.get('/v1/wallets/alice/GOLD');
  await service.client.get('/v1/nowhere');
  await service.client.get('/%zz');
  const added = await counted();

  expect(added(requests, { ...topUp, outcome: 'success' })).toBe(2);
  expect(added(requests, { ...topUp, outcome: 'rejected' })).toBe(1);
  expect(added(requests, { route: '/v1/wallets/:userId/:asset/spend', outcome: 'refused' })).toBe(1);
  expect(added(requests, { route: '/v1/wallets/:userId/:asset/bonus', outcome: 'refused' })).toBe(1);
  expect(
    added(requests, { route: '/v1/wallets/:userId/:asset', method: 'GET', kind: 'read', outcome: 'success' }),
  ).toBe(1);
  expect(added(requests, { route: 'none', method: 'GET', kind: 'read', outcome: 'rejected' })).toBe(2);
  expect(added('wallet_problems_total', { code: 'insufficient-funds' })).toBe(1);
  expect(added('wallet_problems_total', { code: 'validation-failed' })).toBe(1);
  expect(added('wallet_problems_total', { code: 'route-not-found' })).toBe(1);
  expect(added('wallet_problems_total', { code: 'bad-request' })).toBe(1);
});

it('has a series of the failures of a route from its first request, for `rate` to see the first one', async () => {
  await service.client.get('/v1/wallets/alice');
  const failed = { method: 'GET', route: '/v1/wallets/:userId', outcome: 'failed' };
  expect((await scrape(service)).value('wallet_http_request_duration_seconds_count', failed)).toBe(0);
});

it('counts each posting once, in its lane and its batch', async () => {
  const counted = await watchCounters();
  const users = Array.from({ length: 40 }, (_, index) => `lane-${index}`);
  await Promise.all(
    users.map((user) => service.client.post(`/v1/wallets/${user}/GOLD/bonus`, { amount: 1 })),
  );
  const added = await counted();
  expect(added('wallet_lane_wait_seconds_count')).toBe(40);
  expect(added('wallet_batch_postings_sum')).toBe(40);
  const batches = added('wallet_batch_postings_count');
  expect(batches).toBeGreaterThanOrEqual(2);
  expect(added('wallet_batch_duration_seconds_count')).toBe(batches);
  expect(added('wallet_commit_duration_seconds_count')).toBe(batches);
  for (const lane of ['0', '1']) expect(added('wallet_batch_postings_sum', { lane })).toBeGreaterThan(0);
  expect(added('wallet_commit_duration_seconds_sum')).toBeLessThanOrEqual(
    added('wallet_batch_duration_seconds_sum'),
  );
});

it('reports the supply of each asset and the balances of the system accounts', async () => {
  await service.app.get(EconomyMetrics, { strict: false }).read();
  const before = await scrape(service);
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 70 });
  await service.client.post('/v1/wallets/alice/GOLD/spend', { amount: 30 });
  await service.app.get(EconomyMetrics, { strict: false }).read();
  const after = await scrape(service);

  const grown = (name: string, labels: Record<string, string>) =>
    Number(after.value(name, labels)) - Number(before.value(name, labels));
  expect(grown('wallet_supply', { asset: 'GOLD' })).toBe(40);
  expect(grown('wallet_system_balance', { account: 'treasury', asset: 'GOLD' })).toBe(-70);
  expect(grown('wallet_system_balance', { account: 'revenue', asset: 'GOLD' })).toBe(30);
  const balances = after.sum('wallet_system_balance', { asset: 'GOLD' });
  expect(after.value('wallet_supply', { asset: 'GOLD' })).toBe(-balances);
});

it('reports the pools', async () => {
  const metrics = await scrape(service);
  // Each lane keeps a connection.
  expect(metrics.value('wallet_pool_connections', { pool: 'service', state: 'used' })).toBe(2);
  expect(metrics.value('wallet_pool_connections', { pool: 'reports', state: 'idle' })).toBeGreaterThan(0);
  expect(metrics.value('wallet_pool_waiting', { pool: 'service' })).toBe(0);
  expect(metrics.value('wallet_pool_waiting', { pool: 'reports' })).toBe(0);
});

it('reports an audit once one has run', async () => {
  const names = [
    'wallet_audit_ok',
    'wallet_audit_last_success_timestamp_seconds',
    'wallet_audit_duration_seconds',
  ];
  const before = await scrape(service);
  for (const name of names) expect(before.value(name)).toBeUndefined();
  const { json: report } = await service.client.get('/v1/ledger/verification');
  const after = await scrape(service);
  expect(names.map((name) => after.value(name))).toEqual([
    1,
    Date.parse(report.checkedAt) / 1_000,
    report.durationMs / 1_000,
  ]);
});

it('names no user, key, client or address in a label', async () => {
  const key = randomUUID();
  const secrets = ['carla-7', 'dave-8', 'erin-9', 'shop-77', 'demo-game', 'demo-admin', 'NUGGET', key];
  for (const user of ['carla-7', 'dave-8', 'erin-9']) {
    await service.client.post(
      `/v1/wallets/${user}/GOLD/topup`,
      { amount: 5, reference: key },
      `${user}-${key}`,
    );
    await service.as('demo-game-key').post(`/v1/wallets/${user}/GOLD/spend`, { amount: 500 });
    await service.as('shop-77-key').post(`/v1/wallets/${user}/GOLD/spend`, { amount: 1 });
    await service.as('').get(`/v1/wallets/${user}`);
    await service.client.get(`/v1/wallets/${user}/NUGGET`);
    await service.client.get(`/v1/${user}/nowhere?shop-77=${key}`);
    await service.client.get(`/${user}/%zz`);
    await service.client.send({ method: 'DELETE', path: `/v1/wallets/${user}` });
  }
  await sendBytes(service.url, 'GET /carla-7 HTTP/9.9\r\n\r\n');
  const { text } = await scrape(service);
  for (const secret of secrets) expect(text).not.toContain(secret);
});

it('collects nothing without a port', async () => {
  const silent = await startService({ database: service.database });
  for (const part of [MetricsServer, EconomyMetrics, PoolMetrics, journalObserver, auditObserver]) {
    expect(() => silent.app.get(part, { strict: false })).toThrow(/could not find/);
  }
  await silent.close();
});

it('has the labels that dashboards and alerts rely on, and no others', async () => {
  const { samples } = await scrape(service);
  const own = samples.filter(({ name }) => !/^wallet_(process|nodejs)_/.test(name));
  const labels = new Map<string, string>();
  for (const sample of own) {
    const base = sample.name.replace(/_(bucket|sum|count)$/, '');
    const names = Object.keys(sample.labels).filter((label) => label !== 'le');
    labels.set(base, names.sort().join(' '));
  }
  expect(Object.fromEntries(labels)).toEqual({
    wallet_http_request_duration_seconds: 'kind method outcome route',
    wallet_problems_total: 'code',
    wallet_lane_queue_length: 'lane',
    wallet_lane_wait_seconds: 'lane',
    wallet_batch_postings: 'lane',
    wallet_batch_duration_seconds: 'lane',
    wallet_commit_duration_seconds: 'lane',
    wallet_batch_retries_total: 'lane',
    wallet_batch_isolations_total: 'lane',
    wallet_outcomes_unknown_total: 'lane',
    wallet_postings_shed_total: 'lane',
    wallet_pool_connections: 'pool state',
    wallet_pool_waiting: 'pool',
    wallet_supply: 'asset',
    wallet_system_balance: 'account asset',
    wallet_audit_ok: '',
    wallet_audit_last_success_timestamp_seconds: '',
    wallet_audit_duration_seconds: '',
  });
  expect(samples.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'wallet_nodejs_eventloop_lag_p99_seconds',
      'wallet_nodejs_heap_size_used_bytes',
      'wallet_process_resident_memory_bytes',
    ]),
  );
});
