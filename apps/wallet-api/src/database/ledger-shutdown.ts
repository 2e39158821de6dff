import { Journal } from '@app/ledger';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Runs when no request is left: what was posted is settled first, then the connections are closed. */
@Injectable()
export class LedgerShutdown implements OnApplicationShutdown {
  constructor(
    private readonly journal: Journal,
    private readonly dataSource: DataSource,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.journal.close();
    await this.dataSource.destroy();
  }
}
