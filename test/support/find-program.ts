import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The path of the first of these programs that is on the PATH or in `folders`, or `undefined`. `given`, if set, is used
 * instead.
 */
export function findProgram(
  names: readonly string[],
  { given, folders = [] }: { given: string | undefined; folders?: readonly string[] },
): string | undefined {
  const all = [...(process.env['PATH'] ?? '').split(delimiter), ...folders];
  const candidates = given ? [given] : names.flatMap((name) => all.map((folder) => join(folder, name)));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
