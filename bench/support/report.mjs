export function printMachine(machine) {
  console.log(`\n${describe(machine).join('\n')}\n`);
}

/** What the figures depend on, in a few lines. */
export function describe({ cores, processor, memoryMb, loadAverage, node, postgres, settings, fdatasyncMs }) {
  const list = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [
    `${cores} cores (${processor}), ${memoryMb} MB, shared by load generator, service and PostgreSQL; load average before: ${loadAverage.toFixed(2)}`,
    `Node.js ${node}, PostgreSQL ${postgres}: ${list.join(', ')}`,
    `write + fdatasync of 8 kB: ${milliseconds(fdatasyncMs)}`,
  ];
}

export function printPulse(round, { loadAverage, fdatasyncMs }) {
  console.log(
    `round ${round}: load average ${loadAverage.toFixed(2)}, write + fdatasync ${milliseconds(fdatasyncMs)}`,
  );
}

function milliseconds({ p50, p99 }) {
  return `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`;
}

/** One line for one measurement, while it is under way. */
export function printPoint(name, point) {
  console.log(
    `  ${name}: ${Math.round(point.perSecond)}/s, p50 ${point.p50Ms.toFixed(2)} ms, p99 ${point.p99Ms.toFixed(2)} ms` +
      (point.failed > 0 ? `, ${point.failed} FAILED` : ''),
  );
}

/** The first columns are words, the others figures. */
export function printTable({ title, head, rows }) {
  const widths = head.map((name, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => cells.map((cell, column) => cell.padStart(widths[column])).join('   ');
  console.log([`\n${title}\n`, line(head), ...rows.map(line)].join('\n'));
}
