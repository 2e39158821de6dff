const { existsSync } = require('node:fs');
const { join, relative } = require('node:path');

const root = join(__dirname, '../../..');
const built = /^(?:apps\/wallet-api|libs|migrations|seed|bench)\/.*(?<!\.spec)\.ts$/;

/**
 * Resolves the modules of the service to the production build, which the global setup brings up to date. Node loads them once per
 * worker, as it loads packages: compiling and evaluating them for each file took a quarter of the processor time of test/e2e.
 */
module.exports = (request, options) => {
  const file = options.defaultResolver(request, options);
  const path = relative(root, file).replaceAll('\\', '/');
  if (!built.test(path)) return file;
  const output = join(root, 'dist', path.replace(/ts$/, 'js'));
  return existsSync(output) ? output : file;
};
