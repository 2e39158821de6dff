import { MetricsServer } from '../../apps/wallet-api/src/metrics/metrics-server.js';
import type { TestService } from './test-service.js';

/** A line of the text format. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

export class ScrapedMetrics {
  constructor(
    readonly text: string,
    readonly samples: readonly Sample[],
  ) {}

  /** The value of the only sample with this name and these labels, whatever others it has; `undefined` if there is none. */
  value(name: string, labels: Record<string, string> = {}): number | undefined {
    const found = this.matching(name, labels);
    if (found.length > 1) throw new Error(`${found.length} samples of ${name} match`);
    return found[0]?.value;
  }

  /** Summed over the samples that match. */
  sum(name: string, labels: Record<string, string> = {}): number {
    return this.matching(name, labels).reduce((sum, { value }) => sum + value, 0);
  }

  private matching(name: string, labels: Record<string, string>): Sample[] {
    return this.samples.filter(
      (sample) =>
        sample.name === name &&
        Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
    );
  }
}

/** The address of a service that was started with `metrics`. */
export function metricsUrl({ app }: TestService): string {
  return `http://127.0.0.1:${app.get(MetricsServer, { strict: false }).port}/metrics`;
}

export async function scrape(service: TestService): Promise<ScrapedMetrics> {
  const text = await (await fetch(metricsUrl(service))).text();
  return new ScrapedMetrics(
    text,
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map(readSample),
  );
}

function readSample(line: string): Sample {
  const {
    name = '',
    labels = '',
    value = '',
  } = /^(?<name>\w+)(?:\{(?<labels>.*)\})? (?<value>\S+)$/.exec(line)?.groups ?? {};
  return {
    name,
    labels: Object.fromEntries(
      [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, text]) => [label, text]),
    ),
    value: Number(value),
  };
}
