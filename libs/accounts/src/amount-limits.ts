/**
 * The largest amount, and the largest balance of a user: 2^53 − 1, beyond which a JSON parser may round (RFC 8259, section 6).
 * System accounts have no upper bound.
 */
export const maxAmount = Number.MAX_SAFE_INTEGER;
