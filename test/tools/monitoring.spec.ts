import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { alerts, dashboard, prometheus, testedAlerts } from '../support/monitoring/monitoring-files.js';

interface Panel {
  id: number;
  type: string;
  title: string;
  datasource: unknown;
  gridPos: Record<'x' | 'y' | 'w' | 'h', number>;
}

/** The files of Prometheus and Grafana, without either. `npm run check:alerts` runs the rules. */
const readYaml = (file: string) => parseYaml(readFileSync(file, 'utf8'), { merge: true });
const { services, volumes } = readYaml('docker-compose.yml');
const provisioning = 'deploy/grafana/provisioning';

describe.each(alerts.map((rule) => [rule.alert!, rule] as const))('the alert %s', (name, rule) => {
  it('fires in a test of the rules', () => {
    expect(testedAlerts).toContain(name);
  });

  it('has a severity, a summary, a description, and a paragraph that says what to do', () => {
    expect(['critical', 'warning']).toContain(rule.labels!['severity']);
    expect(Object.keys(rule.annotations!)).toEqual(['summary', 'description', 'runbook_url']);
    const [, page, anchor] =
      /^\{\{ \$externalLabels\.runbooks \}\}\/([^#]+)#(\w+)$/.exec(rule.annotations!['runbook_url']!) ?? [];
    expect(anchor).toBe(name.toLowerCase());
    expect(readFileSync(join('docs', page!), 'utf8')).toContain(`\n### ${name}\n`);
  });
});

it('has no paragraph for an alert that does not exist', () => {
  const page = readFileSync('docs/observability.md', 'utf8');
  const paragraphs = [...page.matchAll(/^### (Wallet\w+)$/gm)].map(([, name]) => name);
  expect(paragraphs.sort()).toEqual(alerts.map(({ alert }) => alert).sort());
});

it('says how to install promtool where it is missing', () => {
  const env = { PROMTOOL_PATH: '/nowhere/promtool' };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/check-alerts.mjs'], { env });
  expect(stderr.toString()).toMatch(
    /^check:alerts: \/nowhere\/promtool was not found.*`apt-get install prometheus`/,
  );
  expect(status).toBe(1);
});

describe('docker compose', () => {
  const mountsOf = (name: string): [from: string, to: string][] =>
    services[name].volumes.map((volume: string) => volume.split(':').slice(0, 2));

  it('starts Prometheus and Grafana only with the profile monitoring, each in a fixed version', () => {
    const monitoring = Object.keys(services).filter((name) => services[name].profiles);
    expect(monitoring).toEqual(['prometheus', 'grafana']);
    for (const name of monitoring) {
      expect(services[name].profiles).toEqual(['monitoring']);
      expect(services[name].image).toMatch(/:v?\d+\.\d+\.\d+$/);
    }
  });

  it('publishes both on loopback only, and the metrics not at all', () => {
    expect(services.prometheus.ports).toEqual(['127.0.0.1:9090:9090']);
    expect(services.grafana.ports).toEqual(['127.0.0.1:3001:3000']);
    expect(services.api.ports).toHaveLength(1);
  });

  it('mounts existing folders and declared volumes', () => {
    for (const [from] of [...mountsOf('prometheus'), ...mountsOf('grafana')]) {
      expect(from.startsWith('./') ? existsSync(from) : from in volumes).toBe(true);
    }
  });

  it('scrapes the API where it serves metrics', () => {
    const { METRICS_PORT, METRICS_HOST } = services.api.environment;
    expect(METRICS_HOST).toBe('0.0.0.0');
    expect(prometheus.scrape_configs[0].static_configs).toEqual([{ targets: [`api:${METRICS_PORT}`] }]);
  });

  it('keeps the samples of the error budget', () => {
    expect(services.prometheus.command).toContain('--storage.tsdb.retention.time=31d');
  });

  it('lets Grafana ask that Prometheus and find the dashboard', () => {
    const { datasources } = readYaml(`${provisioning}/datasources/prometheus.yml`);
    expect(datasources).toMatchObject([
      { type: 'prometheus', url: 'http://prometheus:9090', isDefault: true },
    ]);
    const { providers } = readYaml(`${provisioning}/dashboards/wallet.yml`);
    expect(mountsOf('grafana')).toContainEqual(['./deploy/grafana/dashboards', providers[0].options.path]);
  });
});

describe('the dashboard', () => {
  const panels = dashboard.panels as Panel[];

  it('asks the data source that is chosen', () => {
    const [variable] = dashboard.templating.list;
    expect(variable).toMatchObject({ type: 'datasource', query: 'prometheus' });
    for (const { type, datasource } of panels.filter((panel) => panel.type !== 'row')) {
      expect({ type, datasource }).toEqual({
        type,
        datasource: { type: 'prometheus', uid: `\${${variable.name}}` },
      });
    }
  });

  it('has panels with different ids and titles that do not overlap', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  });
});
