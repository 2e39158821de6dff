import type { Part } from '@app/reversals';
import { whole } from '@app/reversals';
import type { FieldError } from '../../request/problems/problem.js';
import type { ReversalBody } from './reversal.dto.js';

/** The faults that show in the request alone. */
export function faultsOfRequest({
  transactionId,
  payment,
  operation,
  amount,
  upTo,
}: Partial<ReversalBody>): FieldError[] {
  const faults: FieldError[] = [];
  if (transactionId === undefined && payment === undefined)
    faults.push({ pointer: '/transactionId', detail: 'must be present, or payment' });
  if (transactionId !== undefined && payment !== undefined)
    faults.push({ pointer: '/payment', detail: 'must be absent if there is a transactionId' });
  if (operation !== undefined && payment !== undefined)
    faults.push({ pointer: '/operation', detail: 'must be absent if there is a payment' });
  if (amount !== undefined && upTo !== undefined)
    faults.push({ pointer: '/upTo', detail: 'must be absent if there is an amount' });
  if (typeof upTo === 'object' && payment === undefined)
    faults.push({ pointer: '/upTo', detail: 'must be an integer without a payment' });
  return faults;
}

/** The faults that show once the original is known. It never changes, so neither does the answer. */
export function faultsOfParts(
  { operation, amount, upTo, onShortfall }: Partial<ReversalBody>,
  parts: readonly Part[],
): FieldError[] {
  if (operation !== undefined && parts.length === 0)
    return [{ pointer: '/operation', detail: 'must be an operation of the transaction' }];
  const [member] = [amount !== undefined && '/amount', typeof upTo === 'number' && '/upTo'].filter(
    (name) => name !== false,
  );
  if (member !== undefined && parts.length > 1)
    return [
      {
        pointer: member,
        detail: `must be absent, as there are ${parts.length} parts; name one by its operation`,
      },
    ];
  if (
    onShortfall !== undefined &&
    onShortfall !== 'refuse' &&
    parts.some(({ type }) => type === 'conversion')
  )
    return [{ pointer: '/onShortfall', detail: 'must be refuse for a conversion' }];
  return [];
}

/** The parts that a request names. */
export function namedParts(parts: readonly Part[], operation: number | undefined): readonly Part[] {
  if (operation === undefined) return parts;
  return parts.filter((part) => part.operation === operation && part.operation !== whole);
}
