import base from '../../jest.config.mjs';

const {
  globalSetup: _setup,
  globalTeardown: _teardown,
  reporters: _reporters,
  resolver: _resolver,
  setupFilesAfterEnv: _files,
  ...pure
} = base;

/** The specs of the pure core, next to its sources and in test/properties: no PostgreSQL, no build, a second to run. */
export default {
  ...pure,
  rootDir: '../..',
  // Stryker can wrap only a known environment.
  testEnvironment: 'node',
  transformIgnorePatterns: ['/node_modules/'],
  roots: ['<rootDir>/libs/ledger/src', '<rootDir>/libs/idempotency/src', '<rootDir>/test/properties'],
  testMatch: [
    '**/decide/*.spec.ts',
    '**/chain/*.spec.ts',
    '**/fingerprint.spec.ts',
    '**/properties/*.spec.ts',
  ],
  setupFiles: ['<rootDir>/test/mutation/first-counterexample.mjs'],
};
