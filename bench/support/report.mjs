import { median } from './statistics.mjs';

/** One row per number of connections and contestant: medians over the rounds, and the ratio to the baseline. */
export function summarise({ points, contestants, connections, baseline }) {
  return connections.flatMap((callers) => {
    const rows = contestants.map(({ name }) => {
      const rounds = points.filter((point) => point.contestant === name && point.connections === callers);
      return {
        connections: callers,
        contestant: name,
        perSecond: median(rounds.map((round) => round.perSecond)),
        p50Ms: median(rounds.map((round) => round.p50Ms)),
        p99Ms: median(rounds.map((round) => round.p99Ms)),
        failed: rounds.reduce((sum, { non2xx, errors, timeouts }) => sum + non2xx + errors + timeouts, 0),
      };
    });
    const usual = rows.find((row) => row.contestant === baseline.name);
    return rows.map((row) => ({ ...row, ratio: usual && row.perSecond / usual.perSecond }));
  });
}

export function printMachine({
  cores,
  processor,
  memoryMb,
  node,
  postgres,
  durability,
  walSyncMethod,
  fdatasyncMs,
}) {
  const settings = Object.entries(durability).map(([name, value]) => `${name} ${value}`);
  console.log(`
${cores} cores (${processor}), ${memoryMb} MB, shared by load generator, service and PostgreSQL
Node.js ${node}, PostgreSQL ${postgres}: ${settings.join(', ')}, wal_sync_method ${walSyncMethod}
write + fdatasync of 8 kB: p50 ${fdatasyncMs.p50.toFixed(2)} ms, p99 ${fdatasyncMs.p99.toFixed(2)} ms
`);
}

export function printRows(rows, baseline) {
  const table = rows.map((row) => [
    String(row.connections),
    row.contestant,
    String(Math.round(row.perSecond)),
    row.p50Ms.toFixed(2),
    row.p99Ms.toFixed(2),
    String(row.failed),
    row.ratio === undefined ? '' : `${row.ratio.toFixed(2)} ×`,
  ]);
  printTable(
    ['connections', 'contestant', 'transfers/s', 'p50 ms', 'p99 ms', 'not 2xx', `÷ ${baseline.name}`],
    table,
  );
}

export function printServices(services) {
  const table = services.map(({ contestant, memoryMb, deadlocks, audit }) => [
    contestant,
    memoryMb ? String(Math.round(memoryMb.peak)) : 'unknown',
    memoryMb ? String(Math.round(memoryMb.now)) : 'unknown',
    String(deadlocks),
    audit,
  ]);
  printTable(['contestant', 'peak MB', 'MB at the end', 'deadlocks', 'audit'], table);
}

function printTable(head, rows) {
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => cells.map((cell, column) => cell.padStart(widths[column])).join('   ');
  console.log([line(head), ...rows.map(line)].join('\n') + '\n');
}
