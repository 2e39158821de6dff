import { metricsUrl, scrape } from '../../support/scraped-metrics.js';
import { startService, type TestService } from '../../support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await startService({ metrics: { port: 0, host: '127.0.0.1' } });
});
afterAll(async () => {
  await service.audit();
  await service.close();
});

const requests = 'wallet_http_request_duration_seconds_count';
const topUp = { method: 'POST', route: '/v1/wallets/:userId/:asset/topup', kind: 'write' };

it('serves the text format on a separate port', async () => {
  const answer = await fetch(metricsUrl(service));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(await answer.text()).toContain('# TYPE wallet_http_request_duration_seconds histogram');
});

it('counts requests by route template, kind and outcome, and problems by code', async () => {
  const before = await scrape(service);
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5 });
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 6 });
  await service.client.post('/v1/wallets/alice/GOLD/spend', { amount: 1_000_000_000 });
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: -1 });
  await service.client.get('/v1/wallets/alice/GOLD');
  await service.client.get('/v1/nowhere');
  const after = await scrape(service);

  const added = (labels: Record<string, string>) =>
    after.sum(requests, labels) - before.sum(requests, labels);
  expect(added({ ...topUp, outcome: 'success' })).toBe(2);
  expect(added({ route: '/v1/wallets/:userId/:asset/spend', outcome: 'refused' })).toBe(1);
  expect(added({ ...topUp, outcome: 'rejected' })).toBe(1);
  expect(added({ route: 'none', method: 'GET', kind: 'read', outcome: 'rejected' })).toBe(1);
  const problems = (code: string) =>
    after.sum('wallet_problems_total', { code }) - before.sum('wallet_problems_total', { code });
  expect(problems('insufficient-funds')).toBe(1);
  expect(problems('validation-failed')).toBe(1);
  expect(problems('route-not-found')).toBe(1);
});
