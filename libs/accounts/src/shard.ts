import { hash } from 'node:crypto';

/**
 * The shard that holds everything of a user: the first four bytes of SHA-256 of the id, as an unsigned big-endian number, modulo
 * the number of shards. The SQL function `wallet_shard` computes the same.
 */
export function shardOf(userId: string, shardCount: number): number {
  return Number.parseInt(hash('sha256', userId, 'hex').slice(0, 8), 16) % shardCount;
}
