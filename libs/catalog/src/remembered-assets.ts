/**
 * How long an asset is believed without asking again. It would be for ever, but for a database that was exchanged for
 * another one under the running service.
 */
const lifetimeMs = 60_000;

/** More codes than any catalogue has; beyond it all are forgotten, so that memory stays bounded. */
const capacity = 10_000;

/**
 * In which asset something of the catalogue is priced: all that must be known before its posting can be described. The asset
 * of a code never changes and no code is ever deleted, so that nearly no posting has to ask the database for it.
 * Only what was found is remembered: a code may come to exist.
 */
export class RememberedAssets {
  private readonly remembered = new Map<string, { asset: string; until: number }>();

  constructor(private readonly read: (code: string) => Promise<string | undefined>) {}

  async of(code: string): Promise<string | undefined> {
    const known = this.remembered.get(code);
    if (known && known.until > performance.now()) return known.asset;
    const asset = await this.read(code);
    if (this.remembered.size >= capacity) this.remembered.clear();
    if (asset !== undefined) this.remembered.set(code, { asset, until: performance.now() + lifetimeMs });
    return asset;
  }
}
