import type { ProcessorSeconds } from '../load/processor-time.js';
import type { Table } from '../support/report.js';
import type { Memory } from '../support/service.js';
import { highest, median, medians, type Rates } from '../support/statistics.js';
import { atLeast, atMost, type Target } from '../support/targets.js';

/** What one implementation did at one number of connections in one round. */
export interface ComparedPoint extends Rates {
  implementation: string;
  connections: number;
  succeeded: number;
  processorSeconds?: ProcessorSeconds;
}

export interface ComparedRow extends Rates {
  implementation: string;
  connections: number;
  /** Processor time per transfer, in microseconds. */
  serviceUs: number;
  databaseUs: number;
  /** How many times as fast the wallet is. */
  walletTimes: number;
}

/** What the processes and the database of one implementation show after all rounds. */
export interface ImplementationReport {
  implementation: string;
  /** One per round; none for an implementation without a service. */
  turns: Turn[];
  deadlocks: number;
  audit: string;
}

export interface Turn {
  startMs: number;
  memoryMb: Memory | undefined;
}

const ours = 'wallet';

/** One row per implementation and number of connections, with the medians over the rounds. */
export function summariseComparison(points: readonly ComparedPoint[]): ComparedRow[] {
  const nameOf = ({ implementation, connections }: ComparedPoint) => `${implementation} ${connections}`;
  const rows = [...new Map(points.map((point) => [nameOf(point), point])).values()].map((sample) => {
    const rounds = points.filter((point) => nameOf(point) === nameOf(sample));
    const { implementation, connections } = sample;
    return { implementation, connections, ...medians(rounds), ...costs(rounds) };
  });
  return rows
    .map((row) => ({ ...row, walletTimes: rate(rows, ours, row.connections) / row.perSecond }))
    .sort((a, b) => a.connections - b.connections);
}

function costs(rounds: readonly ComparedPoint[]): Pick<ComparedRow, 'serviceUs' | 'databaseUs'> {
  const each = (who: keyof ProcessorSeconds) =>
    median(
      rounds.map(({ processorSeconds, succeeded }) => ((processorSeconds?.[who] ?? NaN) / succeeded) * 1e6),
    );
  return { serviceUs: each('service'), databaseUs: each('database') };
}

export function comparisonTable(rows: readonly ComparedRow[]): Table {
  return {
    title: 'Top-ups',
    head: [
      ...['connections', 'implementation', 'transfers/s', 'p50 ms', 'p99 ms', 'failed', 'wallet is'],
      ...['service µs', 'database µs'],
    ],
    rows: rows.map((row) => [
      String(row.connections),
      row.implementation,
      String(Math.round(row.perSecond)),
      row.p50Ms.toFixed(2),
      row.p99Ms.toFixed(2),
      String(row.failed),
      Number.isNaN(row.walletTimes) || row.implementation === ours ? '' : `${row.walletTimes.toFixed(2)} ×`,
      ...[row.serviceUs, row.databaseUs].map((us) => (Number.isFinite(us) ? String(Math.round(us)) : '')),
    ]),
  };
}

export function reportTable(reports: readonly ImplementationReport[]): Table {
  const ofTurns = (turns: readonly Turn[], figure: () => string) => (turns.length === 0 ? '' : figure());
  return {
    title: 'After all rounds',
    head: ['implementation', 'start ms', 'peak MB', 'MB at the end', 'deadlocks', 'audit'],
    rows: reports.map(({ implementation, turns, deadlocks, audit }) => [
      implementation,
      ofTurns(turns, () => String(Math.round(median(turns.map(({ startMs }) => startMs))))),
      ofTurns(turns, () => megabytes(turns, 'peak')),
      ofTurns(turns, () => megabytes(turns, 'now')),
      String(deadlocks),
      audit,
    ]),
  };
}

export function comparisonTargets(
  rows: readonly ComparedRow[],
  reports: readonly ImplementationReport[],
): Target[] {
  const wallet = reports.find(({ implementation }) => implementation === ours);
  const ratio = (name: string, connections: number) =>
    rate(rows, ours, connections) / rate(rows, name, connections);
  const functionRows = rows.filter(({ implementation }) => implementation === 'function');
  const bestFunction = highest(functionRows.map(({ perSecond }) => perSecond));
  return [
    atLeast(0.85, 'wallet ÷ ceiling at 64', ratio('ceiling', 64)),
    atLeast(0.85, 'wallet ÷ ceiling at 256', ratio('ceiling', 256)),
    atLeast(4, 'wallet ÷ function at 64', ratio('function', 64)),
    atLeast(2.5, 'wallet at 64 ÷ function at its best', rate(rows, ours, 64) / bestFunction),
    atLeast(8, 'wallet ÷ row-lock at 64', ratio('row-lock', 64)),
    ...(wallet ? [atMost(200, 'resident MB of the wallet under load', peakMb(wallet.turns))] : []),
  ];
}

type Rated = Pick<ComparedRow, 'implementation' | 'connections' | 'perSecond'>;

function rate(rows: readonly Rated[], name: string, connections: number): number {
  const row = rows.find((one) => one.implementation === name && one.connections === connections);
  return row?.perSecond ?? NaN;
}

function megabytes(turns: readonly Turn[], which: 'now' | 'peak'): string {
  const known = turns.flatMap(({ memoryMb }) => memoryMb ?? []);
  return known.length === 0
    ? 'unknown'
    : String(Math.round(highest(known.map((memoryMb) => memoryMb[which]))));
}

function peakMb(turns: readonly Turn[]): number {
  return highest(turns.map(({ memoryMb }) => Math.round(memoryMb?.peak ?? NaN)));
}
