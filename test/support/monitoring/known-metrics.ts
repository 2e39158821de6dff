import type { Sample } from '../scraped-metrics.js';

/** The labels of each metric, and the values that each label has had. */
export type KnownMetrics = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

export function knownMetrics(samples: readonly Pick<Sample, 'name' | 'labels'>[]): KnownMetrics {
  const known = new Map<string, Map<string, Set<string>>>();
  for (const { name, labels } of samples) {
    const seen = known.get(name) ?? new Map<string, Set<string>>();
    known.set(name, seen);
    for (const [label, value] of Object.entries(labels)) {
      seen.set(label, (seen.get(label) ?? new Set()).add(value));
    }
  }
  return known;
}
