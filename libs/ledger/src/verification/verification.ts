import { ShardMap } from '@app/accounts';
import { Reports } from '@app/reports';
import { Inject, Injectable } from '@nestjs/common';
import { CapabilityRegistry } from '../capability/capability-registry.js';
import { verificationOptions, type VerificationOptions } from './options.js';
import type { VerificationReport } from './audit-results.js';
import { runAudit } from './run-audit.js';

/** The audit for commands. It records nothing, so it also runs on a standby. */
@Injectable()
export class Verification {
  private running: Promise<VerificationReport> | undefined;

  constructor(
    private readonly reports: Reports,
    private readonly capabilities: CapabilityRegistry,
    private readonly shards: ShardMap,
    @Inject(verificationOptions) private readonly options: VerificationOptions,
  ) {}

  /** Verifies the whole ledger while it is being written. Concurrent callers share one run. */
  verify(): Promise<VerificationReport> {
    this.running ??= this.reports
      .session((queryRunner, signal) =>
        runAudit(queryRunner, {
          invariants: this.capabilities.invariants,
          shards: this.shards.all,
          stepTimeoutMs: this.options.stepTimeoutMs,
          signal,
        }),
      )
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }
}
