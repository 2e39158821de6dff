import { readClock } from '@app/database';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audits } from './audits.js';
import { type AuditScope, verificationOptions, type VerificationOptions } from './options.js';
import { type VerificationRun, VerificationRuns } from './verification-runs.js';

/** How often an instance asks whether an audit is due, if that is less than a tenth of the period. */
const askEveryMs = 60_000;

/**
 * Audits the ledger regularly, if `everyMs` is set. All instances may be scheduled: each audits only if the latest audit began a
 * period ago, scheduled or not. The first audit in `fullEveryMs` is full; the others cover what is new.
 */
@Injectable()
export class AuditSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditSchedule.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly audits: Audits,
    private readonly runs: VerificationRuns,
    private readonly dataSource: DataSource,
    @Inject(verificationOptions) private readonly options: VerificationOptions,
  ) {}

  onApplicationBootstrap(): void {
    const { everyMs } = this.options;
    if (everyMs === undefined) return;
    this.timer = setInterval(
      () => {
        this.auditIfDue(everyMs).catch((error: unknown) => {
          this.logger.warn(
            `a scheduled audit did not finish: ${error instanceof Error ? error.message : String(error)}`,
          );
        });
      },
      Math.min(everyMs / 10, askEveryMs),
    ).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Runs the audit that is due, if one is. Resolves once it has ended. */
  async auditIfDue(everyMs: number): Promise<void> {
    const due = await this.due(everyMs);
    if (due) await this.audits.auditIf(due, async () => (await this.due(everyMs)) === due);
  }

  /**
   * A full audit if the latest began `fullEveryMs` ago, or a period ago without finding the ledger intact. Otherwise one of what is new,
   * if the latest audit of either kind began a period ago.
   */
  private async due(everyMs: number): Promise<AuditScope | undefined> {
    const full = await this.runs.latest('full');
    const ofNew = await this.runs.latest('new');
    const now = (await readClock(this.dataSource.manager)).getTime();
    const began = (run: VerificationRun, ms: number) => now - run.startedAt.getTime() >= ms;
    const isDue = (run: VerificationRun | undefined, ms: number) =>
      !run || run.state === 'lost' || (run.state !== 'running' && began(run, ms));
    if (!full || isDue(full, foundIntact(full) ? this.options.fullEveryMs : everyMs)) return 'full';
    return began(full, everyMs) && isDue(ofNew, everyMs) ? 'new' : undefined;
  }
}

function foundIntact({ state, invariants }: VerificationRun): boolean {
  return state === 'finished' && invariants.every(({ ok }) => ok);
}
