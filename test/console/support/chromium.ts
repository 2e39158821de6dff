import { findProgram } from '../../support/find-program.js';

/** The path of Chromium, or `undefined`. */
export function findChromium(): string | undefined {
  return findProgram('CHROMIUM_PATH', 'chromium', 'chromium-browser', 'google-chrome');
}

const found = findChromium();
if (!found) {
  process.stderr.write(
    'No Chromium was found: the browser tests are skipped. `apt-get install chromium`, or set CHROMIUM_PATH.\n',
  );
}

/** `describe` if there is a Chromium; otherwise the tests are listed as skipped. */
export const describeInChromium = found ? describe : describe.skip;
