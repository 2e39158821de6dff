/** The catalogue cannot be changed in this way; nothing was changed. */
export class CatalogError extends Error {
  constructor(
    /**
     * `item-exists`, `task-exists`: the code is taken, by a retired one too.
     * `asset-not-found`: there is no such asset.
     */
    readonly code: 'item-exists' | 'task-exists' | 'asset-not-found',
    message: string,
    readonly members: Readonly<Record<string, string>>,
  ) {
    super(message);
    this.name = 'CatalogError';
  }
}
