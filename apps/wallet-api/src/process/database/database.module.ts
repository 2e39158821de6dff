import { ConnectionFitness, NodeConnections, openConnections, postgresOptions } from '@app/database';
import {
  defaultReportsOptions,
  Reports,
  reportsDataSource,
  reportsOptions,
  type ReportsOptions,
} from '@app/reports';
import { type DynamicModule, Logger, Module, type Type } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Enough connections for the lanes of the journal, and for as many reads as two cores can usefully run at once. */
const poolSize = 16;

export interface DatabaseModuleOptions {
  url: string;
  /** Shown by `pg_stat_activity`; the connections of reports add `-reports`. */
  applicationName: string;
  /** The TypeORM entities of all capabilities. */
  entities: readonly Type[];
  reports?: Partial<ReportsOptions> | undefined;
}

/**
 * Provides the DataSource of the service, under the restricted role, and a read-only one for `Reports`. `LedgerShutdown` closes
 * both.
 */
@Module({})
export class DatabaseModule {
  static with({ url, applicationName, entities, reports }: DatabaseModuleOptions): DynamicModule {
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
          provide: reportsDataSource,
          inject: [ConnectionFitness],
          useFactory: (fitness: ConnectionFitness) =>
            new DataSource(
              postgresOptions({
                url,
                poolSize: options.concurrent,
                as: 'reports',
                applicationName: `${applicationName}-reports`,
                fitness,
              }),
            ).initialize(),
        },
        { provide: reportsOptions, useValue: options },
        Reports,
      ],
      exports: [NodeConnections, DataSource, Reports, reportsDataSource, ConnectionFitness],
    };
  }
}
