import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComparedRow } from '../modes/compare-summary.js';
import type { Options } from '../options.js';
import type { Machine, MachineState } from './machine-state.js';
import { resultsFolder } from './paths.js';
import type { Table } from './report.js';
import type { Target } from './targets.js';

/** What a mode returns: what to show, and every figure worth recording. */
export interface ModeResult {
  tables: Table[];
  targets: Target[];
  /** Whether `npm run verify` found nothing in the ledgers that the mode wrote. */
  auditsPassed: boolean;
  /** `false` if the machine was too noisy for a verdict. */
  conclusive?: boolean;
  [figure: string]: unknown;
}

export interface SavedResult extends ModeResult {
  /** ISO 8601. */
  at: string;
  options: Options;
  machine: Machine;
  machineStates: (MachineState & { round: number })[];
}

export type SavedResults = Partial<Record<string, SavedResult>> & {
  compare?: SavedResult & { rows: ComparedRow[] };
};

const file = join(resultsFolder, 'latest.json');

/** The latest result of each mode, by its name. */
export function readResults(): SavedResults {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SavedResults) : {};
}

/** Replaces the result of one mode and keeps the others. Returns the file. */
export function saveResult(name: string, result: SavedResult): string {
  writeFileSync(file, `${JSON.stringify({ ...readResults(), [name]: result }, null, 2)}\n`);
  return file;
}
