import { join } from 'node:path';
import { cleanUp, cleanUpOnSignals } from '../support/clean-up.js';
import { root } from '../support/paths.js';
import { printTable } from '../support/report.js';
import { readCalibration } from './calibration.js';
import { checkTable, verdict } from './check-report.js';
import { writeDocument } from './document.js';
import { modelOf } from './model/fitted.js';
import { isGoodEnough, predictAll } from './model/predictions.js';
import { type Options, readOptions, usage } from './options.js';
import { planTables } from './plan-report.js';
import { saveCalibration } from './save-calibration.js';

const file = join(root, 'bench', 'capacity', 'calibration.json');

/** `npm run capacity`. Exits with 1 for wrong arguments, and if the model is further off than it may be. */
export async function capacity(args: readonly string[]): Promise<void> {
  const options = read(args);
  if (!options) return;
  cleanUpOnSignals();
  try {
    await run(options);
  } catch (error) {
    console.error(`capacity: ${(error as Error).message}`);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}

function read(args: readonly string[]): Options | undefined {
  try {
    return readOptions(args);
  } catch (error) {
    console.error(`capacity: ${(error as Error).message}\n\n${usage}`);
    process.exitCode = 1;
    return undefined;
  }
}

async function run(options: Options): Promise<void> {
  switch (options.action) {
    case 'help':
      console.log(usage);
      return;
    case 'plan': {
      const calibration = readCalibration(file);
      for (const table of planTables(options, calibration, modelOf(calibration))) printTable(table);
      return;
    }
    case 'measure': {
      // It loads the ledger, which the rest does not need.
      const { calibrate } = await import('./calibrate/calibrate.js');
      await saveCalibration(file, await calibrate());
      check();
      return;
    }
    case 'check':
      check();
      return;
    case 'document':
      writeDocument(readCalibration(file));
  }
}

function check(): void {
  const calibration = readCalibration(file);
  const predictions = predictAll(calibration, modelOf(calibration));
  printTable(checkTable(predictions));
  console.log(['', ...verdict(predictions, calibration)].join('\n'));
  if (!isGoodEnough(predictions)) process.exitCode = 1;
}
