export interface ReportsOptions {
  /** How many reports run at once, and how many connections they have. */
  concurrent: number;
  /** How long a caller waits for its report to begin. */
  waitMs: number;
}

/**
 * A scan keeps one core of PostgreSQL busy. Two of them leave the scheduler room for short statements on a server with two
 * cores, and a third would make each of them slower.
 */
export const defaultReportsOptions: ReportsOptions = { concurrent: 2, waitMs: 2_000 };

/** The injection token of ReportsOptions. */
export const reportsOptions = Symbol('ReportsOptions');

/** The injection token of the DataSource that reports use: `postgresOptions({ as: 'reports', … })`. */
export const reportsDataSource = Symbol('ReportsDataSource');
