import type { Programs } from '../support/measure.js';

/**
 * Runs a load program: takes one order from the process that forked it, answers with what `work` returns, and exits. A failure of
 * `work` ends the process with an error.
 */
export function answerOrder<Name extends keyof Programs>(
  work: (order: Programs[Name][0]) => Promise<Programs[Name][1]>,
): void {
  process.once('message', (order) => {
    void work(order as Programs[Name][0]).then((result) => process.send?.(result, () => process.exit(0)));
  });
}
