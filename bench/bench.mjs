import { against } from './modes/against.mjs';
import { contest } from './modes/contest.mjs';
import { growth } from './modes/growth.mjs';
import { hotUser } from './modes/hot-user.mjs';
import { latency } from './modes/latency.mjs';
import { reads } from './modes/reads.mjs';
import { twoInstances } from './modes/two-instances.mjs';
import { writeDocument } from './document/write-document.mjs';
import { readOptions } from './options.mjs';
import { cleanUp, cleanUpOnSignals } from './support/clean-up.mjs';
import { printTable } from './support/report.mjs';
import { saveResult } from './support/results.mjs';
import { openStage } from './support/stage.mjs';
import { targetTables } from './support/targets.mjs';

/**
 * In the order in which the document shows them. A mode is a function of the stage and the options. It gives the `tables` and `targets` to show, whether the ledgers that it
 * wrote are `sound`, and every figure that the record should keep.
 */
const modes = {
  contest,
  'hot-user': hotUser,
  'two-instances': twoInstances,
  latency,
  reads,
  growth,
};

/** Not in the document: it compares two commits, not this service with others. */
const comparisons = { against };

/**
 * Measures what the command line asks for, prints it, and keeps it in bench/results/latest.json. Exits with 1 if something
 * failed; a target that is missed is shown and is no failure, because the machine has its part in it.
 */
export async function bench(args) {
  const options = readOptions(args);
  cleanUpOnSignals();
  try {
    if (options.document) await writeDocument(Object.keys(modes));
    else for (const mode of options.modes) await run(mode, options);
  } catch (error) {
    console.error(`bench: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}

/** Each mode has a PostgreSQL of its own, so that none finds what another has left. */
async function run(mode, options) {
  try {
    const stage = await openStage(options);
    const result = await { ...modes, ...comparisons }[mode](stage, options);
    for (const table of [...result.tables, ...targetTables(result.targets)]) printTable(table);
    const { machine, pulses } = stage;
    // A trial must not take the place of a measurement that took half an hour.
    const file = saveResult(options.isTrial ? `${mode}, tried` : mode, {
      at: new Date(),
      options,
      machine,
      pulses,
      ...result,
    });
    console.log(`\nEvery figure is in ${file}`);
    if (!result.sound) throw new Error('a ledger is not sound');
    if (result.conclusive === false) throw new Error('the machine is too noisy for a verdict; run it again');
    if (mode === 'against' && result.targets.some(({ met }) => !met))
      throw new Error('a limit does not hold');
  } finally {
    await cleanUp();
  }
}
