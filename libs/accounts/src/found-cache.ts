import { LRUCache } from 'lru-cache';

/** More keys than any economy has assets, items or tasks. */
const max = 10_000;

/** What is cached never changes; the limit is for a database that was replaced under the running service. */
const ttlMs = 60_000;

/**
 * Caches facts that never change once they exist: that there is an asset, or in which asset an item is priced. Hardly any request
 * reads them from the database. A missing key is never cached, since it may be created; nor does a caller share a read that began
 * before it asked, which may have missed a creation that was already answered.
 */
export class FoundCache<Value extends string | true> {
  private readonly found = new LRUCache<string, Value>({ max, ttl: ttlMs });

  constructor(private readonly read: (key: string) => Promise<Value | undefined>) {}

  async get(key: string): Promise<Value | undefined> {
    const cached = this.found.get(key);
    if (cached !== undefined) return cached;
    const value = await this.read(key);
    if (value !== undefined) this.found.set(key, value);
    return value;
  }
}
