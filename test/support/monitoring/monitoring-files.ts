import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';

/** A rule of Prometheus: a recording rule or an alert. */
export interface Rule {
  record?: string;
  alert?: string;
  expr: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/** What a panel of the dashboard asks. */
export interface Query {
  panel: string;
  expr: string;
  legend: string;
}

const folder = 'deploy/prometheus';

const readYaml = (file: string) => parseYaml(readFileSync(file, 'utf8'));
const filesIn = (path: string) => readdirSync(path).map((name) => join(path, name));

export const prometheus = readYaml(join(folder, 'prometheus.yml'));

/** The rules, the recording ones first: they do not use alerts. */
export const rules: readonly Rule[] = filesIn(join(folder, 'rules'))
  .flatMap((file) => readYaml(file).groups)
  .flatMap((group) => group.rules as Rule[])
  .sort((a, b) => Number(a.record === undefined) - Number(b.record === undefined));

export const alerts = rules.filter(({ alert }) => alert !== undefined);

/** The alerts that the tests of the rules expect to fire. */
export const testedAlerts: readonly string[] = filesIn(join(folder, 'tests'))
  .flatMap((file) => readYaml(file).tests)
  .flatMap((test) => test.alert_rule_test ?? [])
  .filter(({ exp_alerts }) => exp_alerts.length > 0)
  .map(({ alertname }) => alertname);

export const dashboard = JSON.parse(readFileSync('deploy/grafana/dashboards/wallet.json', 'utf8'));

export const queries: readonly Query[] = dashboard.panels.flatMap(({ title, targets = [] }: any) =>
  targets.map(({ expr, legendFormat = '' }: any) => ({
    panel: title,
    // Grafana chooses the range.
    expr: expr.replaceAll('$__rate_interval', '5m'),
    legend: legendFormat,
  })),
);
