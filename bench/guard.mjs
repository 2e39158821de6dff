// `npm run bench:guard [-- --strict | --update]`: measures for a minute, and compares how many times as fast as the others
// the wallet is with what was committed. Ratios survive a change of machine, times do not.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { prepare } from '../scripts/prepare.mjs';

const file = new URL('./expected-ratios.json', import.meta.url);
const { values } = parseArgs({
  options: { strict: { type: 'boolean', default: false }, update: { type: 'boolean', default: false } },
});

prepare();
const { contest } = await import('./modes/contest.mjs');
const { readOptions } = await import('./options.mjs');
const { cleanUp, cleanUpOnSignals } = await import('./support/clean-up.mjs');
const { openStage } = await import('./support/stage.mjs');

const others = ['ceiling', 'row-lock'];
const connections = 64;

cleanUpOnSignals();
try {
  const ratios = await measureRatios();
  const expected = JSON.parse(readFileSync(file, 'utf8'));
  if (values.update) await update({ ...expected, ratios });
  else compare(ratios, expected);
} catch (error) {
  console.error(`bench:guard: ${error.message}`);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

/** The medians of a few short rounds. */
async function measureRatios() {
  const args = ['--rounds=3', '--seconds=3', `--connections=${connections}`, `--only=wallet,${others}`];
  const options = readOptions(args);
  const { rows, sound } = await contest(await openStage(options), options);
  if (!sound) throw new Error('a ledger is not sound');
  return Object.fromEntries(
    others.map((other) => {
      const { walletTimes } = rows.find(({ contestant }) => contestant === other);
      return [`wallet ÷ ${other} at ${connections}`, Number(walletTimes.toFixed(2))];
    }),
  );
}

/** A warning is all that a slow build earns: the machine may be to blame. `--strict` is for those who know that it is not. */
function compare(ratios, { tolerance, ratios: expected }) {
  for (const [name, wanted] of Object.entries(expected)) {
    const found = ratios[name];
    const slower = !(found >= wanted * (1 - tolerance));
    const verdict = slower ? 'WARNING: slower than that by more than the tolerance' : 'as expected';
    console.log(`${name}: ${found}, expected ${wanted} (tolerance ${tolerance * 100} %): ${verdict}`);
    if (slower && values.strict) process.exitCode = 1;
  }
}

async function update(content) {
  writeFileSync(file, await format(JSON.stringify(content), { parser: 'json' }));
  console.log(`Written to bench/expected-ratios.json: ${JSON.stringify(content.ratios)}`);
}
