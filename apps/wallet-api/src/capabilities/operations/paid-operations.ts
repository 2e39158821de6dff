import type { SinglePosting } from '@app/ledger';
import type { GivenOperation, OperationTypes } from '../../request/operations/operation-types.js';
import { validationProblem } from '../../request/problems/validation-problem.js';

const credits: ReadonlySet<string> = new Set(['topup', 'bonus']);

/**
 * The operations of a request with a payment: its top-ups are booked as `type`. Throws `validation-failed` if nothing among them
 * can have been paid for.
 */
export function paidFor(
  operations: readonly GivenOperation[],
  types: OperationTypes,
  type: 'topup' | 'bonus',
): readonly GivenOperation[] {
  if (!operations.some(({ name }) => credits.has(name))) {
    const detail = 'needs a topup or a bonus among the operations';
    throw validationProblem([{ pointer: '/payment', detail }]);
  }
  const booked = types.all.get(type);
  if (!booked) throw new Error(`No capability has registered the operation ${type}`);
  return operations.map((operation) =>
    operation.name === 'topup' ? { ...operation, name: type, type: booked } : operation,
  );
}

/** The user has paid for every top-up and bonus of the request. */
export function markPaidFor(posting: SinglePosting): SinglePosting {
  return credits.has(posting.type) ? { ...posting, isPaidFor: true } : posting;
}
