/** The database is not what this version of the service, or its operator, expects. The message says what to do. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}
