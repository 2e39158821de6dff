/**
 * The largest amount and the largest balance: 2^53 − 1, beyond which a JSON parser may round
 * (RFC 8259, section 6).
 */
export const maxAmount = Number.MAX_SAFE_INTEGER;

/**
 * How far the stripe of a system account may go in either direction. The balance of a system account is the sum of its
 * stripes, one per shard, and that sum must be exact in JSON as well.
 */
export function systemStripeLimit(shardCount: number): number {
  return Math.floor(maxAmount / shardCount);
}
