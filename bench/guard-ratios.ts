import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { compare } from './modes/compare.js';
import { readOptions } from './options.js';
import { cleanUp, cleanUpOnSignals } from './support/clean-up.js';
import { openEnvironment } from './support/environment.js';
import { root } from './support/paths.js';

type Ratios = Record<string, number>;

interface Expected {
  tolerance: number;
  ratios: Ratios;
}

const file = join(root, 'bench', 'expected-ratios.json');
const others = ['ceiling', 'row-lock'];
const connections = 64;

/**
 * Measures for a minute how many times as fast as the others the wallet is, and compares that with the committed ratios. Ratios
 * survive a change of machine; times do not.
 */
export async function guardRatios(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { strict: { type: 'boolean', default: false }, update: { type: 'boolean', default: false } },
  });
  cleanUpOnSignals();
  try {
    const ratios = await measureRatios();
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;
    if (values.update) await update({ ...expected, ratios });
    else check(ratios, expected, values.strict);
  } catch (error) {
    console.error(`bench:guard: ${(error as Error).message}`);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}

/** The medians of a few short rounds. */
async function measureRatios(): Promise<Ratios> {
  const args = [
    '--rounds=3',
    '--seconds=3',
    `--connections=${connections}`,
    `--only=wallet,${others.join(',')}`,
  ];
  const options = readOptions(args);
  const { rows, auditsPassed } = await compare(await openEnvironment(options), options);
  if (!auditsPassed) throw new Error('a ledger failed its audit');
  return Object.fromEntries(
    others.map((other) => {
      const walletTimes = rows.find(({ implementation }) => implementation === other)?.walletTimes ?? NaN;
      return [`wallet ÷ ${other} at ${connections}`, Number(walletTimes.toFixed(2))];
    }),
  );
}

/** A slow build only earns a warning, because the machine may be to blame. On a quiet machine `--strict` makes it a failure. */
function check(ratios: Ratios, { tolerance, ratios: expected }: Expected, strict: boolean): void {
  for (const [name, wanted] of Object.entries(expected)) {
    const found = ratios[name] ?? NaN;
    const isSlower = !(found >= wanted * (1 - tolerance));
    const verdict = isSlower ? 'WARNING: slower than that by more than the tolerance' : 'as expected';
    console.log(`${name}: ${found}, expected ${wanted} (tolerance ${tolerance * 100} %): ${verdict}`);
    if (isSlower && strict) process.exitCode = 1;
  }
}

async function update(content: Expected): Promise<void> {
  writeFileSync(file, await format(JSON.stringify(content), { parser: 'json' }));
  console.log(`Wrote bench/expected-ratios.json: ${JSON.stringify(content.ratios)}`);
}
