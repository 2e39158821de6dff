import { CatalogModule } from '@app/catalog';
import { LedgerModule } from '@app/ledger';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { capabilities } from './capabilities.js';
import { DatabaseModule } from './database/database.module.js';
import { LedgerShutdown } from './database/ledger-shutdown.js';
import { entitiesOf, ledgerCapabilitiesOf } from './registrations.js';

/** The ledger and the catalogue without HTTP, for commands. */
@Module({ imports: [CatalogModule], providers: [LedgerShutdown] })
class LedgerContextModule {
  static forDatabase(url: string): DynamicModule {
    return {
      module: LedgerContextModule,
      imports: [
        DatabaseModule.with({
          url,
          applicationName: 'wallet-command',
          entities: entitiesOf(capabilities),
        }),
        // An operator's audit has no time limit.
        LedgerModule.withOptions({
          capabilities: ledgerCapabilitiesOf(capabilities),
          verification: { stepTimeoutMs: 0 },
        }),
      ],
    };
  }
}

/** Runs `work` with the ledger on this database, and closes it afterwards. */
export async function withLedger<T>(
  url: string,
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const context = await NestFactory.createApplicationContext(LedgerContextModule.forDatabase(url), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
