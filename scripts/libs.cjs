const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '..', 'libs');

/** Each lib, with the other libs that its `imports.json` allows it to import: none without that file. */
exports.importsOfLibs = () => {
  const libs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return Object.fromEntries(libs.map((lib) => [lib, importsOf(lib, libs)]));
};

function importsOf(lib, libs) {
  const file = join(folder, lib, 'imports.json');
  const imports = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const unknown = imports.filter((name) => !libs.includes(name));
  if (unknown.length > 0)
    throw new Error(`libs/${lib}/imports.json names unknown libs: ${unknown.join(', ')}`);
  return imports;
}
