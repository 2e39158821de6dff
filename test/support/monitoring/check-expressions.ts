import { inferLabels } from './infer-labels.js';
import type { KnownMetrics } from './known-metrics.js';
import { alerts, type Query, type Rule } from './monitoring-files.js';

/** What is wrong with expressions that are evaluated on these metrics; recording rules add theirs for those that follow. */
export function checkRules(rules: readonly Rule[], known: KnownMetrics) {
  const recorded = new Map(known);
  const faults: string[] = [];
  for (const { record, alert, expr, annotations = {} } of rules) {
    const used = Object.values(annotations).flatMap((text) => namesIn(text, /\$labels\.(\w+)/g));
    const labels = check(expr, used, recorded);
    if (typeof labels === 'string') faults.push(`${record ?? alert}: ${labels}`);
    else if (record !== undefined) recorded.set(record, new Map(labels.map((label) => [label, new Set()])));
  }
  return { faults, recorded };
}

/** The same for what the dashboard asks. Prometheus adds the metric ALERTS. */
export function checkQueries(queries: readonly Query[], known: KnownMetrics): string[] {
  const withAlerts = new Map(known).set(
    'ALERTS',
    new Map([
      ['alertname', new Set(alerts.map(({ alert }) => alert!))],
      ['alertstate', new Set(['pending', 'firing'])],
    ]),
  );
  return queries.flatMap(({ panel, expr, legend }) => {
    const labels = check(expr, namesIn(legend, /\{\{(\w+)\}\}/g), withAlerts);
    return typeof labels === 'string' ? [`${panel}: ${labels}`] : [];
  });
}

/** The labels of the result, or what is wrong. `used` names labels that a text takes from the result. */
function check(expr: string, used: readonly string[], known: KnownMetrics): readonly string[] | string {
  try {
    const labels = inferLabels(expr, known);
    const missing = used.find((label) => !labels.includes(label));
    return missing === undefined ? labels : `the result has no label ${missing}`;
  } catch (error) {
    return (error as Error).message;
  }
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name]) => name!);
}
