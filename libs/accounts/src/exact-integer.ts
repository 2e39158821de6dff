import type { ValueTransformer } from 'typeorm';

/** The driver returns bigint as a string, which `+` would concatenate. Throws outside ±(2^53 − 1). */
export function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is not a safe integer`);
  return value;
}

/** For bigint columns of entities. */
export const asExactInteger: ValueTransformer = {
  from: exactInteger,
  to: (value: number) => value,
};

/**
 * The largest amount, and the largest balance of a user: 2^53 − 1, beyond which a JSON parser may round (RFC 8259, section 6).
 * System accounts have no upper bound.
 */
export const maxAmount = Number.MAX_SAFE_INTEGER;
