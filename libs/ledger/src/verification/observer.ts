import type { VerificationReport } from './audit-results.js';

/** What audits report to a monitoring system. */
export interface AuditObserver {
  /** An audit has finished in this process. An audit that failed to finish reports nothing. */
  audited(report: VerificationReport): void;
}

/** The injection token of an AuditObserver. Optional. */
export const auditObserver = Symbol('AuditObserver');

/** Reports nothing. */
export const silentAuditObserver: AuditObserver = { audited: () => undefined };
