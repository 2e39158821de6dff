/** Which part of a list of items or tasks is read, by code. */
export interface CatalogPage {
  limit: number;
  /** The cursor: the code of the last one seen. */
  startingAfter?: string;
  includeRetired: boolean;
}
