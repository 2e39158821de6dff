/** Thrown for a cursor that this ledger never issued. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}
