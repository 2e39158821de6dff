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
import { verificationOptions, type VerificationOptions } from './options.js';
import { VerificationRuns } from './verification-runs.js';

/** How often an instance asks whether an audit is due, if that is less than a tenth of the period. */
const askEveryMs = 60_000;

/**
 * Audits the ledger regularly, if `everyMs` is set. All instances may be scheduled: each audits only if the latest audit began a
 * period ago, scheduled or not.
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

  /** Audits if the latest audit began `everyMs` ago or was lost with its instance. Resolves once the audit has ended. */
  async auditIfDue(everyMs: number): Promise<void> {
    const isDue = () => this.isDue(everyMs);
    if (await isDue()) await this.audits.auditIf(isDue);
  }

  private async isDue(everyMs: number): Promise<boolean> {
    const latest = await this.runs.latest();
    if (!latest || latest.state === 'lost') return true;
    if (latest.state === 'running') return false;
    const now = await readClock(this.dataSource.manager);
    return now.getTime() - latest.startedAt.getTime() >= everyMs;
  }
}
