import { maxAmount } from '@app/accounts';
import { pointerTo } from '../problems/pointer-to.js';
import type { FieldError } from '../problems/problem.js';
import type { BalanceConditions } from './balance-conditions.dto.js';

const members: ReadonlySet<string> = new Set<keyof BalanceConditions>([
  'version',
  'minBalance',
  'maxBalance',
  'minAvailable',
]);

/** The faults in the conditions on one balance, with pointers relative to them. */
export function conditionFaults(value: unknown): FieldError[] {
  if (!isObject(value)) return [{ pointer: '', detail: 'must be a JSON object' }];
  const given = Object.entries(value);
  if (given.length === 0) return [{ pointer: '', detail: `must have one of ${[...members].join(', ')}` }];
  return given.flatMap(([name, figure]) => {
    const detail = members.has(name) ? figureFault(figure) : 'is not a known member';
    return detail === undefined ? [] : [{ pointer: pointerTo(name), detail }];
  });
}

/** The faults in conditions by asset: each must be one of the assets that the request moves, if those are known. */
export function assetConditionFaults(value: unknown, assets?: readonly unknown[]): FieldError[] {
  if (!isObject(value)) return [{ pointer: '', detail: 'must be a JSON object' }];
  const given = Object.entries(value);
  if (given.length === 0) return [{ pointer: '', detail: 'must have an asset' }];
  return given.flatMap(([asset, conditions]) => {
    const pointer = pointerTo(asset);
    if (assets && !assets.includes(asset)) return [{ pointer, detail: 'is not an asset of this request' }];
    return conditionFaults(conditions).map((fault) => ({ ...fault, pointer: pointer + fault.pointer }));
  });
}

function figureFault(figure: unknown): string | undefined {
  const isFigure = Number.isSafeInteger(figure) && (figure as number) >= 0;
  return isFigure ? undefined : `must be an integer from 0 to ${maxAmount}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
