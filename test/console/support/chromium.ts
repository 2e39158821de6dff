import { findProgram } from '../../support/find-program.js';

/** Where a Chromium is, or `undefined`. CHROMIUM_PATH names one that is not on the PATH. */
export function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return findProgram(names, { given: process.env['CHROMIUM_PATH'] });
}

const found = findChromium();
if (!found) {
  process.stderr.write(
    'No Chromium was found: the browser tests are skipped. `apt-get install chromium`, or set CHROMIUM_PATH.\n',
  );
}

/** `describe` where there is a Chromium; where there is none the tests are named and skipped. */
export const describeInChromium = found ? describe : describe.skip;
