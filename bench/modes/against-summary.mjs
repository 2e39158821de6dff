import { highest, median } from '../support/statistics.mjs';

/** If the other checkout differs from itself by more than this, a run is inconclusive. */
const greatestNoise = 0.03;

const parts = ['total', 'service', 'database'];

/**
 * One row per number of connections and part of the processor time (`total`, `service`, `database`): microseconds per top-up as
 * medians over the rounds, and the medians of the ratios within each round. Drift of the machine between rounds cancels out in
 * a ratio. `noise` is the difference of the other checkout from itself.
 */
export function compare(points) {
  const connections = [...new Set(points.map((point) => point.connections))];
  return connections.flatMap((count) => parts.map((part) => row(points, count, part)));
}

function row(points, connections, part) {
  const here = points.filter((point) => point.connections === connections);
  const costs = (entrant) =>
    here
      .filter((point) => point.entrant === entrant)
      .sort((a, b) => a.round - b.round)
      .map((point) => cost(point, part));
  const [ours, others, again] = [costs('this'), costs('other'), costs('other-again')];
  // Both runs of the other checkout are the other checkout: their mean is the better estimate.
  const both = others.map((cost, index) => (cost + again[index]) / 2);
  return {
    connections,
    part,
    thisUs: median(ours),
    otherUs: median(both),
    ratio: median(ours.map((cost, index) => cost / both[index])),
    noise: Math.abs(median(again.map((cost, index) => cost / others[index])) - 1),
  };
}

/** Processor time per top-up, in microseconds. NaN if the system does not report it. */
function cost({ processorSeconds, succeeded }, part) {
  const { service = NaN, database = NaN } = processorSeconds ?? {};
  const seconds = { service, database, total: service + database }[part];
  return (seconds / succeeded) * 1e6;
}

/** Only the total decides: time may shift between the parts within one run. */
export function isTooNoisy(rows) {
  return rows.some(({ part, noise }) => part === 'total' && !(noise <= greatestNoise));
}

export function againstTable(rows) {
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
export function againstTargets(rows, limits) {
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
