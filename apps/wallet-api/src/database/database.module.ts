import { accountEntities } from '@app/accounts';
import { postgresOptions } from '@app/database';
import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Connections for the lanes of the journal, and for as many reads as two cores can usefully run at once. */
const poolSize = 16;

/** The one DataSource of the process, under the restricted role. Whoever closes the application destroys it. */
@Module({})
export class DatabaseModule {
  static forUrl(url: string, applicationName: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: DataSource,
          useFactory: () =>
            new DataSource({
              ...postgresOptions({ url, poolSize, as: 'application', applicationName }),
              entities: accountEntities,
            }).initialize(),
        },
      ],
      exports: [DataSource],
    };
  }
}
