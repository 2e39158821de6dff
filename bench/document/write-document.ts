import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../support/paths.js';
import { describe, type Table } from '../support/report.js';
import { readResults, type SavedResult } from '../support/results.js';
import { targetTables } from '../support/targets.js';
import { drawChart } from './chart.js';

const page = join(root, 'docs', 'PERFORMANCE.md');
const chart = join(root, 'docs', 'performance.svg');

/** The bench writes what is between these marks. The rest of the page is written by hand. */
const marks = { begin: '<!-- bench: begin -->', end: '<!-- bench: end -->' };

/** Writes the latest results into the page and the chart: those of the `modes` that were measured, in this order. */
export async function writeDocument(modes: readonly string[]): Promise<void> {
  const known = readResults();
  const results = modes.flatMap((mode) => known[mode] ?? []);
  if (results.length === 0) throw new Error('there is nothing to write: only trials were measured yet');
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)];
  if (begin === -1 || end < begin)
    throw new Error(`${page} lacks the marks ${Object.values(marks).join(' and ')}`);

  const block = results.map(section).join('\n\n');
  const written = `${text.slice(0, begin + marks.begin.length)}\n\n${block}\n\n${text.slice(end)}`;
  writeFileSync(page, await format(written, { ...(await resolveConfig(page)), parser: 'markdown' }));
  console.log(`Wrote ${page}`);

  const { compare } = known;
  if (!compare) return;
  writeFileSync(chart, drawChart({ rows: compare.rows, caption: captionOf(compare) }));
  console.log(`Wrote ${chart}`);
}

function section({ at, options, machine, machineStates, tables, targets }: SavedResult): string {
  const flushes = machineStates.map(({ fdatasyncMs }) => fdatasyncMs.p50.toFixed(2)).join(', ');
  const loads = machineStates.map(({ loadAverage }) => loadAverage.toFixed(1)).join(', ');
  const run =
    `Measured on ${day(at)}; rounds: ${options.rounds}, seconds for each point: ${options.seconds}; medians. ` +
    `write + fdatasync at the beginning of each round: ${flushes} ms (p50); load average: ${loads}.`;
  const [hardware, software] = describe(machine);
  const shown = [...tables, ...targetTables(targets)];
  return [
    ...shown.map(markdownTable),
    `${run} ${hardware.replace(/; load average.*/, '')}. ${software}.`,
  ].join('\n\n');
}

function markdownTable({ title, head, rows }: Table, index: number): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(head.map(() => '---'));
  return [`${index === 0 ? '###' : '####'} ${title}`, '', line(head), rule, ...rows.map(line)].join('\n');
}

function captionOf({ at, machine, options }: SavedResult): string {
  const { cores, processor, postgres, fdatasyncMs } = machine;
  return (
    `${day(at)}, ${cores} cores (${processor}) for everything, PostgreSQL ${postgres}, ` +
    `fdatasync ${fdatasyncMs.p50.toFixed(2)} ms; rounds: ${options.rounds}, medians`
  );
}

function day(at: string): string {
  return at.slice(0, 10);
}
