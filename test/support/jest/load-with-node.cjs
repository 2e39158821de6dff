const { createHash } = require('node:crypto');

/**
 * Makes Jest leave packages to Node, which loads them once per worker, ESM included. Outside test files (the global setup, the
 * environment) Jest hooks its transform into Node's loader; there the file is compiled unchanged.
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
