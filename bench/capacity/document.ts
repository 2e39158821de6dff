import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/paths.js';
import type { Calibration } from './calibration.js';
import { documented } from './documented-output.js';

const page = join(root, 'docs', 'capacity.md');

/** Writes the output of the documented commands into the page. */
export function writeDocument(calibration: Calibration): void {
  writeFileSync(page, documented(readFileSync(page, 'utf8'), calibration));
  console.log(`Wrote ${page}`);
}
