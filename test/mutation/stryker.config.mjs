/**
 * `npm run test:mutation`: changes the pure core in every small way that Stryker knows, one at a time, and runs its specs. A
 * change that no spec notices is a rule that nobody holds. By folder, so that a new file is covered as it is added;
 * docs/MUTATION.md names the survivors that change nothing.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: [
    'libs/ledger/src/decide/**/*.ts',
    'libs/ledger/src/chain/**/*.ts',
    'libs/idempotency/src/fingerprint.ts',
    '!**/*.spec.ts',
  ],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { configFile: 'test/mutation/jest.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A mutant that loops for ever is a killed mutant.
  timeoutMS: 10_000,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: 'coverage/stryker',
  ignorePatterns: ['dist', '.data', 'bench', 'docs', 'coverage'],
  allowConsoleColors: false,
  disableTypeChecks: false,
};
