/**
 * A report was not made.
 *
 * `overloaded`: no place became free in time, or the report took longer than it may; nothing was changed.
 */
export class ReportsError extends Error {
  constructor(
    readonly code: 'overloaded',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ReportsError';
  }
}
