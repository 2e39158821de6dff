export interface ReportsOptions {
  /** The number of concurrent reports, and of their connections. */
  concurrent: number;
  /** How long a caller waits for its report to start. */
  waitMs: number;
}

/**
 * A scan keeps one core of PostgreSQL busy. On a server with two cores, two scans still leave the scheduler room for short
 * statements; a third would slow each of them down.
 */
export const defaultReportsOptions: ReportsOptions = { concurrent: 2, waitMs: 2_000 };

/** The injection token of ReportsOptions. */
export const reportsOptions = Symbol('ReportsOptions');

/** The injection token of the DataSource that reports use: `postgresOptions({ as: 'reports', … })`. */
export const reportsDataSource = Symbol('ReportsDataSource');
