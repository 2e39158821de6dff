import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release } from 'node:os';
import { join } from 'node:path';
import { addFigures, type CheckerFigures } from '../checker/figures.js';
import type { RunOptions } from './options.js';

export interface CampaignResult {
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  seconds: number;
  /** Why it failed or was skipped. */
  reasons: string[];
  figures: Record<string, number | string>;
  checks?: CheckerFigures;
}

export interface Verdict {
  startedAt: Date;
  options: RunOptions;
  results: readonly CampaignResult[];
  /** Broken rules across all campaigns. */
  broken: readonly string[];
}

const resultsFolder = join('test', 'faults', 'results');

export function printTable({ options, results, broken }: Verdict, print: (line: string) => void): void {
  print('');
  for (const { name, outcome, seconds, reasons, figures } of results) {
    const details =
      outcome === 'passed' ? Object.entries(figures).map(([key, value]) => `${key} ${value}`) : reasons;
    print(
      `${name.padEnd(22)} ${outcome.padEnd(8)} ${String(seconds).padStart(5)} s  ${firstLine(details.join(' · '))}`,
    );
  }
  print('');
  for (const [name, value] of Object.entries(totals(results))) print(`${name.padEnd(22)} ${value}`);
  for (const reason of broken) print(`BROKEN  ${reason}`);
  const only = options.only.length > 0 ? `--only ${options.only.join(',')} ` : '';
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  print(
    `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped; the same again: ` +
      `npm run test:faults -- ${options.quick ? '--quick ' : ''}${only}--seed ${options.seed}`,
  );
}

/** Writes all results as JSON, to compare runs. Returns the path. */
export async function writeResults({ startedAt, options, results, broken }: Verdict): Promise<string> {
  await mkdir(resultsFolder, { recursive: true });
  const file = join(resultsFolder, `${startedAt.toISOString().replaceAll(':', '-')}.json`);
  const machine = {
    node: process.version,
    system: `${process.platform} ${release()}`,
    cores: cpus().length,
    load: loadavg(),
  };
  const all = {
    startedAt,
    finishedAt: new Date(),
    machine,
    options,
    totals: totals(results),
    broken,
    results,
  };
  await writeFile(file, `${JSON.stringify(all, null, 2)}\n`);
  return file;
}

function totals(results: readonly CampaignResult[]): CheckerFigures {
  return addFigures(results.flatMap(({ checks }) => checks ?? []));
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
