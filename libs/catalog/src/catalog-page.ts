/** A page of items or tasks, sorted by code. */
export interface CatalogPage {
  limit: number;
  /** The cursor: the code of the last one seen. */
  startingAfter?: string;
  includeRetired: boolean;
}
