/** Each lib, with the other libs that its `imports.json` allows it to import: none without that file. */
export function importsOfLibs(): Record<string, string[]>;
