import type { Machine, MachineState } from './machine-state.js';
import type { Rates } from './statistics.js';

export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

export function printMachine(machine: Machine): void {
  console.log(`\n${describe(machine).join('\n')}\n`);
}

/** The hardware, the software and the cost of a flush: what the figures depend on, a line each. */
export function describe(machine: Machine): [hardware: string, software: string, flush: string] {
  const { cores, processor, memoryMb, loadAverage, node, postgres, settings, fdatasyncMs } = machine;
  const list = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [
    `${cores} cores (${processor}), ${memoryMb} MB, shared by load generator, service and PostgreSQL; load average before: ${loadAverage.toFixed(2)}`,
    `Node.js ${node}, PostgreSQL ${postgres}: ${list.join(', ')}`,
    `write + fdatasync of 8 kB: ${milliseconds(fdatasyncMs)}`,
  ];
}

export function printMachineState(round: number, { loadAverage, fdatasyncMs }: MachineState): void {
  console.log(
    `round ${round}: load average ${loadAverage.toFixed(2)}, write + fdatasync ${milliseconds(fdatasyncMs)}`,
  );
}

function milliseconds({ p50, p99 }: MachineState['fdatasyncMs']): string {
  return `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`;
}

/** Progress: one line per measurement. */
export function printPoint(name: string, point: Rates): void {
  console.log(
    `  ${name}: ${Math.round(point.perSecond)}/s, p50 ${point.p50Ms.toFixed(2)} ms, p99 ${point.p99Ms.toFixed(2)} ms` +
      (point.failed > 0 ? `, ${point.failed} FAILED` : ''),
  );
}

export function printTable(table: Table): void {
  console.log(textOf(table));
}

export function textOf({ title, head, rows }: Table): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padStart(widths[column] ?? 0))
      .join('   ')
      .trimEnd();
  return [`\n${title}\n`, line(head), ...rows.map(line)].join('\n');
}

export function ratesTable(title: string, unit: string, rows: Record<string, Rates>): Table {
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
