export { defaultReportsOptions, reportsDataSource, reportsOptions, type ReportsOptions } from './options.js';
export { type Report, Reports } from './reports.js';
export { ReportsError } from './reports-error.js';
export { type WaitOptions } from './shared-run.js';
