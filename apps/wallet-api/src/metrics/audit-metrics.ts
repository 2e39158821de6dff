import type { AuditObserver, VerificationReport } from '@app/ledger';
import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';

/** The last audit that finished in this process. Absent until then: 0 would report a broken ledger. */
@Injectable()
export class AuditMetrics implements AuditObserver {
  private readonly ok: Gauge;
  private readonly lastSuccess: Gauge;
  private readonly duration: Gauge;

  constructor(private readonly registry: Registry) {
    this.ok = new Gauge({
      name: 'wallet_audit_ok',
      help: '1 if every invariant held in the last audit, else 0',
      registers: [],
    });
    this.lastSuccess = new Gauge({
      name: 'wallet_audit_last_success_timestamp_seconds',
      help: 'Start of the last audit in which every invariant held',
      registers: [],
    });
    this.duration = new Gauge({
      name: 'wallet_audit_duration_seconds',
      help: 'Duration of the last audit',
      registers: [],
    });
  }

  audited({ ok, checkedAt, durationMs }: VerificationReport): void {
    this.set(this.ok, ok ? 1 : 0);
    this.set(this.duration, durationMs / 1_000);
    if (ok) this.set(this.lastSuccess, checkedAt.getTime() / 1_000);
  }

  /** Registering a metric again has no effect. */
  private set(gauge: Gauge, value: number): void {
    gauge.set(value);
    this.registry.registerMetric(gauge);
  }
}
