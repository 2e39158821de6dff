import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../scripts/prepare.mjs';
import { describe } from '../support/report.mjs';
import { readResults } from '../support/results.mjs';
import { targetTables } from '../support/targets.mjs';
import { drawChart } from './chart.mjs';

const page = join(root, 'docs', 'PERFORMANCE.md');
const chart = join(root, 'docs', 'performance.svg');

/** What stands between these is written by the bench; the rest of the page is written by people. */
const marks = { begin: '<!-- bench: begin -->', end: '<!-- bench: end -->' };

/** Writes what was measured last into the page and the chart: those of the `modes` that were measured, in this order. */
export async function writeDocument(modes) {
  const known = readResults();
  const results = modes.flatMap((mode) => known[mode] ?? []);
  if (results.length === 0) throw new Error('there is nothing to write: nothing but trials was measured yet');
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)];
  if (begin === -1 || end < begin)
    throw new Error(`${page} has no place between ${Object.values(marks).join(' and ')}`);

  const block = results.map(section).join('\n\n');
  const written = `${text.slice(0, begin + marks.begin.length)}\n\n${block}\n\n${text.slice(end)}`;
  writeFileSync(page, await format(written, { ...(await resolveConfig(page)), parser: 'markdown' }));
  console.log(`Written: ${page}`);

  const { contest } = known;
  if (!contest) return;
  writeFileSync(chart, drawChart({ rows: contest.rows, caption: captionOf(contest) }));
  console.log(`Written: ${chart}`);
}

function section({ at, options, machine, pulses, tables, targets }) {
  const flushes = pulses.map(({ fdatasyncMs }) => fdatasyncMs.p50.toFixed(2)).join(', ');
  const loads = pulses.map(({ loadAverage }) => loadAverage.toFixed(1)).join(', ');
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

function markdownTable({ title, head, rows }, index) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = line(head.map(() => '---'));
  return [`${index === 0 ? '###' : '####'} ${title}`, '', line(head), rule, ...rows.map(line)].join('\n');
}

function captionOf({ at, machine, options }) {
  const { cores, processor, postgres, fdatasyncMs } = machine;
  return (
    `${day(at)}, ${cores} cores (${processor}) for everything, PostgreSQL ${postgres}, ` +
    `fdatasync ${fdatasyncMs.p50.toFixed(2)} ms; rounds: ${options.rounds}, medians`
  );
}

function day(at) {
  return String(at).slice(0, 10);
}
