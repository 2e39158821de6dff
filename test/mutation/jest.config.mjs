import base from '../../jest.config.mjs';

const {
  globalSetup: _setup,
  globalTeardown: _teardown,
  reporters: _reporters,
  resolver: _resolver,
  setupFilesAfterEnv: _files,
  ...pure
} = base;

const { '^.+\\.ts$': typescript, '^.+\\.m?js$': javascript } = pure.transform;
const compiled = { '^.+\\.ts$': typescript, '^.+\\.m?js$': javascript };

/** The specs of the pure core, next to its sources and in test/properties: no PostgreSQL, no build. */
export default {
  ...pure,
  rootDir: '../..',
  // Stryker can wrap only a known environment.
  testEnvironment: 'node',
  // The environment of the other tests leaves packages to Node. Without it, Jest compiles those that are ESM.
  transform: compiled,
  roots: ['<rootDir>/libs/ledger/src', '<rootDir>/libs/idempotency/src', '<rootDir>/test/properties'],
  testMatch: [
    '**/decide/*.spec.ts',
    '**/chain/*.spec.ts',
    '**/fingerprint.spec.ts',
    '**/properties/*.spec.ts',
  ],
  setupFiles: ['<rootDir>/test/mutation/first-counterexample.mjs'],
};
