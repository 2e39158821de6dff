const { createHash } = require('node:crypto');

/**
 * What Jest makes of a file of a package: it asks Node for the module, which loads it once per worker, as ESM if it is. Outside
 * of test files (the global setup, the environment) Jest puts its transformation into Node's own loader; there the file
 * is compiled as it is.
 */
module.exports = {
  getCacheKey: (_source, path) =>
    createHash('sha256').update(__filename).update(path).update('1').digest('hex'),
  process: (_source, path) => {
    const name = JSON.stringify(path);
    return {
      code: `if (typeof module._compile === 'function') module._compile(require('node:fs').readFileSync(${name}, 'utf8'), ${name});
else module.exports = globalThis[Symbol.for('load-with-node')](${name});`,
    };
  },
};
