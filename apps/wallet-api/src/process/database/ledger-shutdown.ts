import { NodeConnections } from '@app/database';
import { Journal } from '@app/ledger';
import { Reports } from '@app/reports';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** Runs once no request is left. Commits what was posted, then closes the connections. */
@Injectable()
export class LedgerShutdown implements OnApplicationShutdown {
  constructor(
    private readonly journal: Journal,
    private readonly reports: Reports,
    private readonly connections: NodeConnections,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.journal.close();
    // The connections close last: an interrupted audit records its end through it.
    await this.reports.close();
    await this.connections.close();
  }
}
