import base from '../../jest.config.mjs';

/**
 * The specs that take too long for `npm test`: `npm run test:full -- specs`, or one of them with
 * `npx jest --config test/full/jest.config.mjs test/full/<name>`. One at a time, because they load the machine.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/full'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  setupFilesAfterEnv: ['<rootDir>/test/full/test-time-limit.ts'],
};
