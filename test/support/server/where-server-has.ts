import { type Need, skipReason } from './needs.js';

/**
 * Defines tests that need more than a database. Where that is missing they are skipped; the output lists each by name, with the
 * reason and `detail`.
 */
export function whereServerHas(need: Need, define: () => void, detail?: string): void {
  const reason = skipReason(need);
  if (reason === undefined) define();
  else describe.skip(detail === undefined ? reason : `${reason}: ${detail}`, define);
}
