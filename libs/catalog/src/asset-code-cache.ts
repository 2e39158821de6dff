/** An asset code never changes; the limit is for a database that was replaced under the running service. */
const lifetimeMs = 60_000;

/** More codes than any catalogue has. A full cache is cleared, which bounds memory. */
const capacity = 10_000;

/**
 * The asset in which an item is priced, or a task rewarded: all that must be known before its posting can be described. The
 * asset of a code never changes and no code is ever deleted, so hardly any posting reads it from the database. Only codes that
 * exist are cached: a missing one may be created.
 */
export class AssetCodeCache {
  private readonly cached = new Map<string, { asset: string; until: number }>();

  constructor(private readonly read: (code: string) => Promise<string | undefined>) {}

  async of(code: string): Promise<string | undefined> {
    const entry = this.cached.get(code);
    if (entry && entry.until > performance.now()) return entry.asset;
    const asset = await this.read(code);
    if (this.cached.size >= capacity) this.cached.clear();
    if (asset !== undefined) this.cached.set(code, { asset, until: performance.now() + lifetimeMs });
    return asset;
  }
}
