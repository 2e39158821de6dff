/** The database does not match this version of the service or the operator's settings. The message says what to do. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}
