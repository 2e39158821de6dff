import { LRUCache } from 'lru-cache';

/** More codes than any catalogue has. */
const max = 10_000;

/** An asset code never changes; the limit is for a database that was replaced under the running service. */
const ttlMs = 60_000;

/**
 * The asset in which an item is priced, or a task rewarded: all that must be known before its posting can be described. The
 * asset of a code never changes and no code is ever deleted, so hardly any posting reads it from the database. Only codes that
 * exist are cached: a missing one may be created.
 */
export function assetCodeCache(
  read: (code: string) => Promise<string | undefined>,
): LRUCache<string, string> {
  return new LRUCache<string, string>({ max, ttl: ttlMs, fetchMethod: read });
}
