import type { ProcessorSeconds } from '../load/processor-time.js';
import type { Limits } from '../options.js';
import type { Table } from '../support/report.js';
import { highest, median } from '../support/statistics.js';
import type { Target } from '../support/targets.js';

/** What one checkout did at one number of connections in one round. The other checkout takes part twice. */
export interface CheckoutPoint {
  entrant: string;
  connections: number;
  round: number;
  succeeded: number;
  processorSeconds?: ProcessorSeconds;
}

type Part = 'total' | keyof ProcessorSeconds;

export interface CostRow {
  connections: number;
  part: Part;
  /** Microseconds per top-up, the medians over the rounds. */
  thisUs: number;
  otherUs: number;
  /** The median of the ratios within each round, in which drift of the machine between rounds cancels out. */
  ratio: number;
  /** The difference of the other checkout from itself. */
  noise: number;
}

/** If the other checkout differs from itself by more than this, a run is inconclusive. */
const greatestNoise = 0.03;

const parts: Part[] = ['total', 'service', 'database'];

/** One row per number of connections and part of the processor time. */
export function compareCosts(points: readonly CheckoutPoint[]): CostRow[] {
  const connections = [...new Set(points.map((point) => point.connections))];
  return connections.flatMap((count) => parts.map((part) => rowOf(points, count, part)));
}

function rowOf(points: readonly CheckoutPoint[], connections: number, part: Part): CostRow {
  const costs = (entrant: string) =>
    points
      .filter((point) => point.connections === connections && point.entrant === entrant)
      .sort((a, b) => a.round - b.round)
      .map((point) => cost(point, part));
  const [ours, others, again] = [costs('this'), costs('other'), costs('other-again')];
  // Both runs of the other checkout are the other checkout: their mean is the better estimate.
  const both = others.map((found, round) => (found + at(again, round)) / 2);
  return {
    connections,
    part,
    thisUs: median(ours),
    otherUs: median(both),
    ratio: median(ours.map((found, round) => found / at(both, round))),
    noise: Math.abs(median(again.map((found, round) => found / at(others, round))) - 1),
  };
}

function at(costs: readonly number[], round: number): number {
  return costs[round] ?? NaN;
}

/** Processor time per top-up, in microseconds. NaN if the system does not report it. */
function cost({ processorSeconds, succeeded }: CheckoutPoint, part: Part): number {
  const { service, database } = processorSeconds ?? { service: NaN, database: NaN };
  const seconds = { service, database, total: service + database }[part];
  return (seconds / succeeded) * 1e6;
}

/** Only the total decides: time may shift between the parts within one run. */
export function isTooNoisy(rows: readonly CostRow[]): boolean {
  return rows.some(({ part, noise }) => part === 'total' && !(noise <= greatestNoise));
}

export function costTable(rows: readonly CostRow[]): Table {
  return {
    title: 'Processor time per top-up, this checkout and the other',
    head: ['connections', 'part', 'this µs', 'other µs', 'this ÷ other', 'noise'],
    rows: rows.map(({ connections, part, thisUs, otherUs, ratio, noise }) => [
      String(connections),
      part,
      thisUs.toFixed(1),
      otherUs.toFixed(1),
      ratio.toFixed(3),
      `${(noise * 100).toFixed(1)} %`,
    ]),
  };
}

/** A limit holds if the ratio is at most the limit plus the noise, at every number of connections. */
export function costTargets(rows: readonly CostRow[], limits: Limits): Target[] {
  return Object.entries(limits).map(([part, limit]) => {
    const ofPart = rows.filter((candidate) => candidate.part === part);
    return {
      name: `${part} per top-up, this ÷ other, less the noise`,
      wanted: `≤ ${limit}`,
      value: highest(ofPart.map(({ ratio, noise }) => ratio - noise)),
      met: ofPart.length > 0 && ofPart.every(({ ratio, noise }) => ratio <= limit + noise),
    };
  });
}
