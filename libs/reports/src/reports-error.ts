/**
 * A report failed.
 *
 * `overloaded`: no slot became free in time, or the report exceeded its time limit; nothing was changed.
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
