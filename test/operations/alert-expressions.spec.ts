import { checkQueries, checkRules } from '../support/monitoring/check-expressions.js';
import { type KnownMetrics, knownMetrics } from '../support/monitoring/known-metrics.js';
import { prometheus, queries, type Rule, rules } from '../support/monitoring/monitoring-files.js';
import { type Sample, scrape } from '../support/scraped-metrics.js';
import { startService, type TestService } from '../support/test-service.js';

/** What Prometheus stores after it has scraped two instances, one of which turns all postings away. */
let known: KnownMetrics;

const metrics = { port: 0, host: '127.0.0.1' };

beforeAll(async () => {
  const service = await startService({ metrics });
  const full = await startService({ metrics, database: service.database, journal: { queueLength: 0 } });
  try {
    await causeEveryOutcome(service, full);
    known = knownMetrics([...(await scrapeAll([service, full])), up]);
  } finally {
    await full.close();
    await service.audit();
    await service.close();
  }
});

const up = { name: 'up', labels: { job: 'wallet', instance: 'a' } };

async function causeEveryOutcome(service: TestService, full: TestService): Promise<void> {
  const topUp = '/v1/wallets/alice/GOLD/topup';
  expect(await service.client.post(topUp, { amount: 5 })).toMatchObject({ status: 201 });
  expect(await service.client.post(topUp, { amount: -5 })).toMatchObject({ status: 400 });
  const spend = await service.client.post('/v1/wallets/alice/GOLD/spend', { amount: 1_000_000_000 });
  expect(spend.status).toBe(422);
  expect(await full.client.post(topUp, { amount: 5 })).toMatchObject({ status: 503 });
  expect(await service.client.get('/v1/wallets/alice')).toMatchObject({ status: 200 });
  expect(await service.client.get('/v1/ledger/verification')).toMatchObject({ status: 200 });
}

/** Waits for what comes by itself: the supply is read after the start, and garbage is collected some time. */
async function scrapeAll(services: readonly TestService[]): Promise<Pick<Sample, 'name' | 'labels'>[]> {
  for (;;) {
    const scraped = await Promise.all(services.map(scrape));
    const samples = scraped.flatMap((one) => one.samples);
    const names = new Set(samples.map(({ name }) => name));
    if (names.has('wallet_supply') && names.has('wallet_nodejs_gc_duration_seconds_sum')) {
      return samples.map(({ name, labels }) => ({ name, labels: { ...up.labels, ...labels } }));
    }
  }
}

it('scrapes the wallet in the job that the rules name', () => {
  expect(prometheus.scrape_configs.map(({ job_name }: any) => job_name)).toEqual([up.labels.job]);
});

it('has rules that name existing metrics, labels and values only', () => {
  expect(checkRules(rules, known).faults).toEqual([]);
});

it('has a dashboard that names existing metrics, labels and values only', () => {
  expect(checkQueries(queries, checkRules(rules, known).recorded)).toEqual([]);
});

describe('a mistake is found:', () => {
  const faultsOf = (rule: Partial<Rule>) =>
    checkRules([{ alert: 'Mistaken', expr: 'up', ...rule }], known).faults;

  it.each([
    ['a renamed metric', 'rate(wallet_http_requests_total[5m])', /unknown metric wallet_http_requests_total/],
    ['an unknown label in a matcher', 'wallet_pool_waiting{name="service"}', /has no label name/],
    ['an unknown value', 'wallet_pool_waiting{pool="main"}', /never has pool="main"/],
    ['an unknown value in a pattern', 'wallet_pool_waiting{pool=~"service|main"}', /never has pool="main"/],
    ['an unknown label of a group', 'sum by (shard) (wallet_lane_queue_length)', /no label shard among/],
    [
      'a label that the aggregation has removed',
      'sum by (lane) (sum(wallet_lane_queue_length))',
      /no label lane/,
    ],
    [
      'a quantile of something without buckets',
      'histogram_quantile(0.9, wallet_supply)',
      /no label le among/,
    ],
    [
      'sides that never match',
      'wallet_pool_waiting / wallet_pool_connections',
      /sides with different labels/,
    ],
    ['matching on a label of one side only', 'up unless on (lane) wallet_lane_queue_length', /no label lane/],
    ['a function that the check does not know', 'deriv(up[5m])', /unknown function deriv/],
  ])('%s', (_mistake, expr, message) => {
    expect(faultsOf({ expr })).toEqual([expect.stringMatching(message)]);
  });

  it('a label in the text of an alert that the alert does not have', () => {
    expect(faultsOf({ annotations: { summary: 'lane {{ $labels.lane }}' } })).toEqual([
      'Mistaken: the result has no label lane',
    ]);
  });

  it('a label in a legend that the result does not have', () => {
    expect(checkQueries([{ panel: 'Targets', expr: 'up', legend: '{{lane}}' }], known)).toEqual([
      'Targets: the result has no label lane',
    ]);
  });
});
