type CatalogErrorCode =
  | 'item-exists'
  | 'task-exists'
  | 'asset-not-found'
  | 'player-task-unlimited'
  | 'forbidden'
  | 'conversion-cycle-creates-credits'
  | 'too-many-conversion-rates';

/** A refused change or use of the catalogue; nothing happened. */
export class CatalogError extends Error {
  constructor(
    /**
     * `item-exists`, `task-exists`: the code is taken, possibly by a retired one.
     * `asset-not-found`: the asset does not exist.
     * `player-task-unlimited`: a task that players complete needs a limit.
     * `forbidden`: only clients may complete this task.
     * `conversion-cycle-creates-credits`: a cycle of conversions would end with more than it began with.
     * `too-many-conversion-rates`: `maxRates` exist already.
     */
    readonly code: CatalogErrorCode,
    message: string,
    readonly members: Readonly<Record<string, string | number | readonly string[]>>,
  ) {
    super(message);
    this.name = 'CatalogError';
  }
}
