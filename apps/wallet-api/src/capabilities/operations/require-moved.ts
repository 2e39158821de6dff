import type { CapabilityRegistry, SinglePosting } from '@app/ledger';
import { assetConditionFaults } from '../../request/conditions/condition-faults.js';
import { validationProblem } from '../../request/problems/validation-problem.js';

/**
 * Throws `validation-failed` if a condition names an asset that no operation moves. An operation without a route moves an unknown
 * asset; the ledger refuses it.
 */
export function requireMoved(
  conditions: object | undefined,
  postings: readonly SinglePosting[],
  capabilities: Pick<CapabilityRegistry, 'routesOf'>,
): void {
  if (!conditions) return;
  const routes = postings.map((posting) => capabilities.routesOf(posting));
  if (routes.some(({ length }) => length === 0)) return;
  const moved = [...new Set(routes.flat().map(({ asset }) => asset))];
  const faults = assetConditionFaults(conditions, moved);
  if (faults.length === 0) return;
  throw validationProblem(
    faults.map(({ pointer, detail }) => ({ pointer: `/conditions${pointer}`, detail })),
  );
}
