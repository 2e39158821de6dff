import { medians } from './statistics.mjs';

/** The medians over the rounds of everything that was measured under one name, by that name. */
export function summariseBy(points, nameOf) {
  const names = [...new Set(points.map(nameOf))];
  return Object.fromEntries(
    names.map((name) => [name, medians(points.filter((point) => nameOf(point) === name))]),
  );
}

/** The table of such a summary. */
export function compareTable(title, unit, rows) {
  return {
    title,
    head: ['what', unit, 'p50 ms', 'p99 ms', 'failed'],
    rows: Object.entries(rows).map(([name, { perSecond, p50Ms, p99Ms, failed }]) => [
      name,
      String(Math.round(perSecond)),
      p50Ms.toFixed(2),
      p99Ms.toFixed(2),
      String(failed),
    ]),
  };
}
