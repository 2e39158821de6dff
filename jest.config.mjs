/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/seed', '<rootDir>/bench'],
  testEnvironment: '<rootDir>/test/support/jest/one-realm-environment.mjs',
  testMatch: ['**/*.spec.ts'],
  // `npm run test:full` runs these, with test/full/jest.config.mjs.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/full/'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/count-reporter.mjs'],
  maxWorkers: 2,
  // Sets the time limit of a test according to the speed of the machine.
  setupFilesAfterEnv: ['<rootDir>/test/support/test-time-limit.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  resolver: '<rootDir>/test/support/jest/resolve-build.cjs',
  moduleNameMapper: {
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Packages and the build are ESM, and Node loads them. Jest runs CommonJS, so the TypeScript of tests is compiled to it.
  transformIgnorePatterns: [],
  transform: {
    '/node_modules/|/dist/(apps|bench|libs|migrations|seed)/':
      '<rootDir>/test/support/jest/load-with-node.cjs',
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'commonjs' },
      },
    ],
    '^.+\\.m?js$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
    ],
  },
};
