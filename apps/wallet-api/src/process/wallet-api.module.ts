import { LedgerModule } from '@app/ledger';
import { type DynamicModule, Module } from '@nestjs/common';
import { MetricsModule } from '../metrics/metrics.module.js';
import { RequestModule } from '../request/request.module.js';
import type { ApplicationOptions } from './configuration/application-options.js';
import { CapabilitiesModule } from './capabilities.module.js';
import { ConfiguredLibsModule } from './configured-libs.module.js';
import { DatabaseModule } from './database/database.module.js';
import { LedgerShutdown } from './database/ledger-shutdown.js';
import { HealthModule } from './health/health.module.js';
import { ProblemsController } from './openapi/problems.controller.js';
import { entitiesOf, ledgerCapabilitiesOf, scopesOf } from './registrations.js';

/** The HTTP API of the wallet: one module per capability, all on top of the ledger. */
@Module({ imports: [HealthModule], controllers: [ProblemsController], providers: [LedgerShutdown] })
export class WalletApiModule {
  static with(options: ApplicationOptions): DynamicModule {
    const { capabilities, metrics } = options;
    return {
      module: WalletApiModule,
      imports: [
        DatabaseModule.with({
          url: options.databaseUrl,
          applicationName: 'wallet-api',
          entities: entitiesOf(capabilities),
          poolSize: options.poolSize,
          lanes: options.journal?.lanes,
          reports: options.reports,
        }),
        LedgerModule.withOptions({
          capabilities: ledgerCapabilitiesOf(capabilities),
          journal: options.journal,
          verification: options.verification,
        }),
        ConfiguredLibsModule.with({ ...options, scopes: scopesOf(capabilities) }),
        RequestModule.with({ ...options, signUp: options.players.signUp }),
        CapabilitiesModule.with(capabilities),
        ...(metrics ? [MetricsModule.with(metrics)] : []),
      ],
    };
  }
}
