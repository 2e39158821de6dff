import { dirname, relative } from 'node:path';

const slowestShown = 20;

/**
 * Ends the output with the seconds by folder and of the slowest files, the name of each skipped test, and one plain line with the
 * number of tests.
 */
export default class CountReporter {
  constructor({ testNamePattern }) {
    /** With a pattern, what it leaves out counts as skipped too. */
    this.namesSkipped = !testNamePattern;
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, testResults }) {
    const files = testResults.map(({ testFilePath, perfStats, numPassingTests, numFailingTests }) => ({
      name: relative(process.cwd(), testFilePath),
      seconds: perfStats.runtime / 1_000,
      tests: numPassingTests + numFailingTests,
    }));
    if (files.length > 1) {
      print('Seconds by folder; files run in parallel', byFolder(files));
      print('Seconds of the slowest files', files.sort(bySeconds).slice(0, slowestShown));
    }
    if (this.namesSkipped && numPendingTests > 0) printSkipped(testResults);
    process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
  }
}

function byFolder(files) {
  const folders = new Map();
  for (const { name, seconds, tests } of files) {
    const folder = dirname(name);
    const sum = folders.get(folder) ?? { name: folder, seconds: 0, tests: 0 };
    folders.set(folder, { name: folder, seconds: sum.seconds + seconds, tests: sum.tests + tests });
  }
  return [...folders.values()].sort(bySeconds);
}

function printSkipped(files) {
  const lines = files.flatMap(({ testFilePath, testResults }) =>
    testResults
      .filter(({ status }) => status === 'pending')
      .map(({ ancestorTitles, title }) =>
        [relative(process.cwd(), testFilePath), ...ancestorTitles, title].join(' › '),
      ),
  );
  process.stdout.write(`\n${['Skipped', ...lines].join('\n  ')}\n\n`);
}

const bySeconds = (one, other) => other.seconds - one.seconds;

function print(title, rows) {
  const lines = rows.map(
    ({ name, seconds, tests }) =>
      `${seconds.toFixed(1).padStart(7)} s  ${String(tests).padStart(4)} tests  ${name}`,
  );
  process.stdout.write(`\n${[title, ...lines].join('\n')}\n\n`);
}
