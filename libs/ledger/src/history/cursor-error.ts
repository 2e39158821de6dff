/** A cursor that this ledger did not give. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}
