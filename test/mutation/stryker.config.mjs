/**
 * `npm run test:mutation`: applies each of Stryker's mutations to the pure core and runs its specs. A surviving mutant is a rule
 * without a test. Globs cover new files automatically; docs/MUTATION.md lists the equivalent survivors.
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
  // A mutant that loops forever counts as killed.
  timeoutMS: 10_000,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: 'coverage/stryker',
  ignorePatterns: ['dist', '.data', 'bench', 'docs', 'coverage'],
  allowConsoleColors: false,
  disableTypeChecks: false,
};
