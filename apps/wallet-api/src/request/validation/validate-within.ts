import { ValidateBy, type ValidationError } from 'class-validator';
import type { FieldError } from '../problems/problem.js';

/** The faults in the value of a member, with pointers relative to it; empty if it is valid. */
type FaultsOf = (value: unknown, dto: object) => readonly FieldError[];

const name = 'validateWithin';

/** Checks a member that is an object, and reports each fault where it is inside. The fast path supports it. */
export const ValidateWithin = (faultsOf: FaultsOf) =>
  ValidateBy(
    {
      name,
      validator: {
        validate: (value, args) => faultsOf(value, args?.object ?? {}).length === 0,
        defaultMessage: () => 'is not valid',
      },
    },
    { context: { faultsOf } },
  );

/** The faults inside a member checked by `ValidateWithin`; `undefined` for a fault of another rule. */
export function faultsWithin({
  contexts,
  value,
  target,
}: ValidationError): readonly FieldError[] | undefined {
  const { faultsOf } = (contexts?.[name] ?? {}) as { faultsOf?: FaultsOf };
  return faultsOf?.(value, target ?? {});
}
