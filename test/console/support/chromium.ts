import { findProgram } from '../../support/find-program.js';

/** Where a Chromium is, or `undefined`. */
export function findChromium(): string | undefined {
  return findProgram('CHROMIUM_PATH', 'chromium', 'chromium-browser', 'google-chrome');
}

const found = findChromium();
if (!found) {
  process.stderr.write(
    'No Chromium was found: the browser tests are skipped. `apt-get install chromium`, or set CHROMIUM_PATH.\n',
  );
}

/** `describe` where there is a Chromium; where there is none the tests are named and skipped. */
export const describeInChromium = found ? describe : describe.skip;
