type CatalogErrorCode =
  | 'item-exists'
  | 'task-exists'
  | 'asset-not-found'
  | 'player-task-unlimited'
  | 'forbidden'
  | 'conversion-cycle-creates-credits'
  | 'too-many-conversion-rates';

/** The catalogue cannot be changed or used in this way; nothing happened. */
export class CatalogError extends Error {
  constructor(
    /**
     * `item-exists`, `task-exists`: the code is taken, by a retired one too.
     * `asset-not-found`: there is no such asset.
     * `player-task-unlimited`: a task that players complete needs a limit.
     * `forbidden`: a player completes a task that only clients may complete.
     * `conversion-cycle-creates-credits`: a cycle of conversions would end with more than it began with.
     * `too-many-conversion-rates`: there are `maxRates` already.
     */
    readonly code: CatalogErrorCode,
    message: string,
    readonly members: Readonly<Record<string, string | number | readonly string[]>>,
  ) {
    super(message);
    this.name = 'CatalogError';
  }
}
