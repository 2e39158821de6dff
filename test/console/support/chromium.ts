import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where a Chromium is, or `undefined`. CHROMIUM_PATH names one that is not on the PATH. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = named ? [named] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const found = findChromium();
if (!found) {
  process.stderr.write(
    'No Chromium was found: the browser tests are skipped. `apt-get install chromium`, or set CHROMIUM_PATH.\n',
  );
}

/** `describe` where there is a Chromium; where there is none the tests are named and skipped. */
export const describeInChromium = found ? describe : describe.skip;
