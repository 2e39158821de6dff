import { maxAmount } from '@app/accounts';

/*
 * The integers of the API, for `@ApiProperty`. Their bounds say that every value fits a JSON number (RFC 8259, section 6).
 * They have no `format: int64`: generators make a bigint of it, which JSON.parse never returns.
 */

/** An amount, or a count that starts at 1. */
export const positiveInteger = { type: 'integer', minimum: 1, maximum: maxAmount } as const;

/** A user's balance, or a count. */
export const naturalInteger = { type: 'integer', minimum: 0, maximum: maxAmount } as const;
