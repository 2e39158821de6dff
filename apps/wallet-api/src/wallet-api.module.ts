import { AccountsModule } from '@app/accounts';
import { CatalogModule } from '@app/catalog';
import { ClientsModule } from '@app/clients';
import { EconomyModule } from '@app/economy';
import { LedgerModule } from '@app/ledger';
import { PlayersModule } from '@app/players';
import { UsersModule } from '@app/users';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Authentication } from './access/authentication.js';
import { scopes } from './access/scopes.js';
import type { ApplicationOptions } from './application-options.js';
import { AssetsController } from './assets/assets.controller.js';
import { CatalogFlowsController } from './catalog/catalog-flows.controller.js';
import { ItemsController } from './catalog/items.controller.js';
import { TasksController } from './catalog/tasks.controller.js';
import { ConversionFlowController } from './conversion/conversion-flow.controller.js';
import { ConversionRatesController } from './conversion/conversion-rates.controller.js';
import { DatabaseModule } from './database/database.module.js';
import { LedgerShutdown } from './database/ledger-shutdown.js';
import { EconomyController } from './economy/economy.controller.js';
import { Draining } from './health/draining.js';
import { HealthController } from './health/health.controller.js';
import { AccountVerificationController } from './ledger/account-verification.controller.js';
import { VerificationController } from './ledger/verification.controller.js';
import { AuthController } from './players/auth.controller.js';
import { playerOptions } from './players/player-options.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemsController } from './problems/problems.controller.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { SystemAccountsController } from './system-accounts/system-accounts.controller.js';
import { TransactionsController } from './transactions/transactions.controller.js';
import { playerDailyLimits, StorageBudgets } from './transactional/storage-budget.js';
import { TransactionalInterceptor } from './transactional/transactional.interceptor.js';
import { FreezesController } from './users/freezes.controller.js';
import { UsersController } from './users/users.controller.js';
import { FlowsController } from './wallets/flows.controller.js';
import { StatementController } from './wallets/statement.controller.js';
import { WalletBalances } from './wallets/wallet-balances.js';
import { WalletsController } from './wallets/wallets.controller.js';

/** The HTTP face of the wallet: one folder per capability, all of them on the ledger. */
@Module({
  imports: [AccountsModule, CatalogModule, EconomyModule],
  controllers: [
    FlowsController,
    WalletsController,
    StatementController,
    TransactionsController,
    UsersController,
    AuthController,
    FreezesController,
    AssetsController,
    ItemsController,
    TasksController,
    CatalogFlowsController,
    ConversionRatesController,
    ConversionFlowController,
    SystemAccountsController,
    VerificationController,
    AccountVerificationController,
    EconomyController,
    HealthController,
    ProblemsController,
  ],
  providers: [
    Authentication,
    Draining,
    LedgerShutdown,
    TransactionalInterceptor,
    WalletBalances,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class WalletApiModule {
  static with(options: ApplicationOptions): DynamicModule {
    const users = UsersModule.withOptions({ welcomeGrant: options.welcomeGrant });
    return {
      module: WalletApiModule,
      imports: [
        DatabaseModule.with({
          url: options.databaseUrl,
          applicationName: 'wallet-api',
          reports: options.reports,
        }),
        LedgerModule.withOptions({ journal: options.journal, verification: options.verification }),
        ClientsModule.withOptions({ demoKeys: options.demoKeys, scopes }),
        PlayersModule.withOptions({ tokens: options.players.tokens, imports: [users] }),
        users,
      ],
      providers: [
        { provide: playerOptions, useValue: options.players },
        StorageBudgets,
        { provide: playerDailyLimits, useValue: options.playerDaily },
        { provide: RateLimits, useFactory: () => new RateLimits(options.rateLimits) },
      ],
    };
  }
}
