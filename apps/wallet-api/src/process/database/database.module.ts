import {
  ConnectionFitness,
  NodeConnections,
  openConnections,
  openPool,
  readWalletEnvironment,
  walletEnvironment,
} from '@app/database';
import { defaultJournalOptions } from '@app/ledger';
import {
  defaultReportsOptions,
  Reports,
  reportsDataSource,
  reportsOptions,
  type ReportsOptions,
} from '@app/reports';
import { type DynamicModule, Logger, Module, type Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { defaultPoolSize, reservedBesideLanes } from '../configuration/pool-sizes.js';

export interface DatabaseModuleOptions {
  url: string;
  /** Shown by `pg_stat_activity`; the connections of reports add `-reports`. */
  applicationName: string;
  /** The TypeORM entities of all capabilities. */
  entities: readonly Type[];
  /** How many connections requests may have, those of the lanes included. */
  poolSize?: number | undefined;
  /** The lanes of the journal. */
  lanes?: number | undefined;
  reports?: Partial<ReportsOptions> | undefined;
}

/**
 * Provides the DataSource of the service, under the restricted role, a read-only one for `Reports`, and the WalletEnvironment of
 * the database. `LedgerShutdown` closes both.
 */
@Module({})
export class DatabaseModule {
  static with({
    url,
    applicationName,
    entities,
    poolSize = defaultPoolSize,
    lanes = defaultJournalOptions.lanes,
    reports,
  }: DatabaseModuleOptions): DynamicModule {
    const options = { ...defaultReportsOptions, ...reports };
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: ConnectionFitness,
          useFactory: () =>
            new ConnectionFitness((reason) => {
              new Logger(DatabaseModule.name).error(reason);
            }),
        },
        {
          provide: NodeConnections,
          inject: [ConnectionFitness],
          useFactory: (fitness: ConnectionFitness) =>
            openConnections({
              url,
              poolSize,
              reserved: lanes + reservedBesideLanes,
              as: 'application',
              applicationName,
              fitness,
              entities: [...entities],
            }),
        },
        {
          provide: DataSource,
          inject: [NodeConnections],
          useFactory: ({ main }: NodeConnections) => main,
        },
        {
          provide: walletEnvironment,
          inject: [DataSource],
          useFactory: readWalletEnvironment,
        },
        {
          provide: reportsDataSource,
          inject: [ConnectionFitness],
          useFactory: (fitness: ConnectionFitness) =>
            openPool({
              url,
              poolSize: options.concurrent,
              kept: 1,
              as: 'reports',
              applicationName: `${applicationName}-reports`,
              fitness,
            }),
        },
        { provide: reportsOptions, useValue: options },
        Reports,
      ],
      exports: [
        NodeConnections,
        DataSource,
        Reports,
        reportsDataSource,
        ConnectionFitness,
        walletEnvironment,
      ],
    };
  }
}
