import { highest, median, medians } from '../support/statistics.mjs';
import { atLeast, atMost } from '../support/targets.mjs';

const ours = 'wallet';

/** One row per contestant and number of connections: medians over the rounds, and how many times as fast the wallet is. */
export function summarise(points) {
  const ofPoint = ({ contestant, connections }) => `${contestant} ${connections}`;
  const rows = [...new Set(points.map(ofPoint))].map((name) => {
    const rounds = points.filter((point) => ofPoint(point) === name);
    return {
      contestant: rounds[0].contestant,
      connections: rounds[0].connections,
      ...medians(rounds),
      ...costs(rounds),
    };
  });
  return rows
    .map((row) => ({ ...row, walletTimes: rate(rows, ours, row.connections) / row.perSecond }))
    .sort((a, b) => a.connections - b.connections);
}

/** Processor time for each transfer, in microseconds. */
function costs(rounds) {
  const each = (who) =>
    median(rounds.map((round) => (round.processorSeconds?.[who] / round.succeeded) * 1e6));
  return { serviceUs: each('service'), databaseUs: each('database') };
}

export function contestTable(rows) {
  return {
    title: 'Top-ups',
    head: [
      ...['connections', 'contestant', 'transfers/s', 'p50 ms', 'p99 ms', 'failed', 'wallet is'],
      ...['service µs', 'database µs'],
    ],
    rows: rows.map((row) => [
      String(row.connections),
      row.contestant,
      String(Math.round(row.perSecond)),
      row.p50Ms.toFixed(2),
      row.p99Ms.toFixed(2),
      String(row.failed),
      Number.isNaN(row.walletTimes) || row.contestant === ours ? '' : `${row.walletTimes.toFixed(2)} ×`,
      ...[row.serviceUs, row.databaseUs].map((us) => (Number.isFinite(us) ? String(Math.round(us)) : '')),
    ]),
  };
}

export function serviceTable(services) {
  const ofTurns = (turns, figure) => (turns.length === 0 ? '' : figure(turns));
  return {
    title: 'After all rounds',
    head: ['contestant', 'start ms', 'peak MB', 'MB at the end', 'deadlocks', 'audit'],
    rows: services.map(({ contestant, turns, deadlocks, audit }) => [
      contestant,
      ofTurns(turns, () => String(Math.round(median(turns.map(({ startMs }) => startMs))))),
      ofTurns(turns, () => megabytes(turns, 'peak')),
      ofTurns(turns, () => megabytes(turns, 'now')),
      String(deadlocks),
      audit,
    ]),
  };
}

export function contestTargets(rows, services) {
  const wallet = services.find(({ contestant }) => contestant === ours);
  const ratio = (name, connections) => rate(rows, ours, connections) / rate(rows, name, connections);
  const bestFunction = highest(rows.filter(named('function')).map(({ perSecond }) => perSecond));
  return [
    atLeast(0.85, 'wallet ÷ ceiling at 64', ratio('ceiling', 64)),
    atLeast(0.85, 'wallet ÷ ceiling at 256', ratio('ceiling', 256)),
    atLeast(4, 'wallet ÷ function at 64', ratio('function', 64)),
    atLeast(2.5, 'wallet at 64 ÷ function at its best', rate(rows, ours, 64) / bestFunction),
    atLeast(8, 'wallet ÷ row-lock at 64', ratio('row-lock', 64)),
    ...(wallet ? [atMost(200, 'resident MB of the wallet under load', peak(wallet.turns))] : []),
  ];
}

function rate(rows, name, connections) {
  return rows.find((row) => named(name)(row) && row.connections === connections)?.perSecond ?? NaN;
}

function named(name) {
  return ({ contestant }) => contestant === name;
}

function megabytes(turns, which) {
  const known = turns.filter(({ memoryMb }) => memoryMb);
  return known.length === 0
    ? 'unknown'
    : String(Math.round(highest(known.map((turn) => turn.memoryMb[which]))));
}

function peak(turns) {
  return highest(turns.map(({ memoryMb }) => Math.round(memoryMb?.peak ?? NaN)));
}
