import { createRequire } from 'node:module';
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** Represents Node's main realm where Jest expects the context of a test file. */
const nodeRealm = Object.freeze({});

/**
 * Runs the test files of a worker in Node's main realm instead of a new context each. Node can then load packages and the build
 * once per worker (`load-with-node.cjs`): reloading Nest and TypeORM for each file took two thirds of the processor time of a
 * short one. Tests and their support are still reloaded for each file.
 */
export default class OneRealmEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const { projectConfig } = config;
    this.context = nodeRealm;
    this.global = globalThis;
    this.fakeTimersModern = new this.fakeTimersModern.constructor({
      config: projectConfig,
      global: globalThis,
    });
    Object.assign(globalThis, projectConfig.globals);
    this.variables = { ...process.env };
  }

  /** Resets the globals that a test file has set. */
  async teardown() {
    await super.teardown();
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
  }
}

const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(code, parameters, {
    ...options,
    ...(parsingContext !== nodeRealm && { parsingContext }),
  });

globalThis[Symbol.for('load-with-node')] = createRequire(import.meta.url);
