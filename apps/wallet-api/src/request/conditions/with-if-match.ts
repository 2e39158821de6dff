import type { CapabilityRegistry, Posting } from '@app/ledger';
import { ifMatchProblem } from './if-match.js';

/**
 * Adds the tag of an If-Match to the conditions of a posting. It concerns the one asset that the posting moves. A posting that
 * moves none has no asset to check; its rule refuses it.
 *
 * Throws `validation-failed` for a posting that moves several assets.
 */
export function withIfMatch(
  posting: Posting,
  tag: string | undefined,
  capabilities: Pick<CapabilityRegistry, 'routesOf'>,
): Posting {
  if (tag === undefined) return posting;
  const [asset, ...others] = new Set(capabilities.routesOf(posting).map((route) => route.asset));
  if (others.length > 0) throw ifMatchProblem('cannot be used where several assets move; use "conditions"');
  if (asset === undefined) return posting;
  return { ...posting, conditions: [{ asset, tag }, ...(posting.conditions ?? [])] };
}
