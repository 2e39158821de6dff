import { writeDocument } from './document/write-document.js';
import { against } from './modes/against.js';
import { compare } from './modes/compare.js';
import { growth } from './modes/growth.js';
import { hotUser } from './modes/hot-user.js';
import { latency } from './modes/latency.js';
import { reads } from './modes/reads.js';
import { twoInstances } from './modes/two-instances.js';
import { type ModeName, type Options, readOptions } from './options.js';
import { cleanUp, cleanUpOnSignals } from './support/clean-up.js';
import { type Environment, openEnvironment } from './support/environment.js';
import { printTable } from './support/report.js';
import { type ModeResult, saveResult } from './support/results.js';
import { targetTables } from './support/targets.js';

/** In the order of the document. */
const modes: Record<ModeName, (environment: Environment, options: Options) => Promise<ModeResult>> = {
  compare,
  'hot-user': hotUser,
  'two-instances': twoInstances,
  latency,
  reads,
  growth,
  against,
};

/** `against` compares two commits, not this service with others, so the document leaves it out. */
const documented = Object.keys(modes).filter((mode) => mode !== 'against');

/**
 * Measures what the command line asks for, prints it, and keeps it in bench/results/latest.json. Exits with 1 if something
 * failed. A missed target is shown but is not a failure, because it depends on the machine.
 */
export async function bench(args: string[]): Promise<void> {
  const options = readOptions(args);
  cleanUpOnSignals();
  try {
    if (options.document) await writeDocument(documented);
    else for (const mode of options.modes) await run(mode, options);
  } catch (error) {
    console.error(`bench: ${(error as Error).message}`);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}

/** Each mode starts a fresh PostgreSQL, so none finds what another has left. */
async function run(mode: ModeName, options: Options): Promise<void> {
  try {
    const environment = await openEnvironment(options);
    const result = await modes[mode](environment, options);
    for (const table of [...result.tables, ...targetTables(result.targets)]) printTable(table);
    const { machine, machineStates } = environment;
    // A trial must not replace a measurement that took half an hour.
    const file = saveResult(options.isTrial ? `${mode}, tried` : mode, {
      at: new Date().toISOString(),
      options,
      machine,
      machineStates,
      ...result,
    });
    console.log(`\nEvery figure is in ${file}`);
    if (!result.auditsPassed) throw new Error('a ledger failed its audit');
    if (result.conclusive === false) throw new Error('the machine is too noisy for a verdict; run it again');
    if (mode === 'against' && result.targets.some(({ met }) => !met))
      throw new Error('a limit does not hold');
  } finally {
    await cleanUp();
  }
}
