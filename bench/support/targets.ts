import type { Table } from './report.js';

/** A figure that the service is held to. `value` is NaN where a part was not measured. */
export interface Target {
  name: string;
  value: number;
  wanted: string;
  met: boolean;
}

export function atLeast(wanted: number, name: string, value: number): Target {
  return { name, value, wanted: `≥ ${wanted}`, met: value >= wanted };
}

export function atMost(wanted: number, name: string, value: number): Target {
  return { name, value, wanted: `≤ ${wanted}`, met: value <= wanted };
}

/** One table, or none if no target was measured. */
export function targetTables(targets: readonly Target[]): Table[] {
  const measured = targets.filter(({ value }) => Number.isFinite(value));
  if (measured.length === 0) return [];
  const rows = measured.map(({ name, wanted, value, met }) => [
    name,
    wanted,
    short(value),
    met ? 'met' : 'MISSED',
  ]);
  return [{ title: 'Targets', head: ['figure', 'wanted', 'found', ''], rows }];
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
