import { AccountsModule } from '@app/accounts';
import { CatalogModule } from '@app/catalog';
import { ClientsModule } from '@app/clients';
import { EconomyModule } from '@app/economy';
import { FreezesModule } from '@app/freezes';
import { LedgerModule } from '@app/ledger';
import { PlayersModule } from '@app/players';
import { UsersModule } from '@app/users';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AssetsController } from '../capabilities/assets/assets.controller.js';
import { CatalogFlowsController } from '../capabilities/catalog/catalog-flows.controller.js';
import { ItemsController } from '../capabilities/catalog/items.controller.js';
import { TasksController } from '../capabilities/catalog/tasks.controller.js';
import { ConversionFlowController } from '../capabilities/conversion/conversion-flow.controller.js';
import { ConversionRatesController } from '../capabilities/conversion/conversion-rates.controller.js';
import { EconomyController } from '../capabilities/economy/economy.controller.js';
import { SystemAccountsController } from '../capabilities/economy/system-accounts.controller.js';
import { FreezesController } from '../capabilities/freezes/freezes.controller.js';
import { AuthController } from '../capabilities/players/auth.controller.js';
import { TransactionsController } from '../capabilities/transactions/transactions.controller.js';
import { UserAnswers } from '../capabilities/users/user-answers.js';
import { UsersController } from '../capabilities/users/users.controller.js';
import { AccountVerificationController } from '../capabilities/verification/account-verification.controller.js';
import { VerificationController } from '../capabilities/verification/verification.controller.js';
import { FlowsController } from '../capabilities/wallets/flows.controller.js';
import { StatementController } from '../capabilities/wallets/statement.controller.js';
import { WalletBalances } from '../capabilities/wallets/wallet-balances.js';
import { WalletsController } from '../capabilities/wallets/wallets.controller.js';
import { Authentication } from '../request/access/authentication.js';
import { ProblemFilter } from '../request/http/problem.filter.js';
import { RateLimits } from '../request/rate-limits/rate-limits.js';
import { playerDailyLimits, StorageBudgets } from '../request/transactional/storage-budget.js';
import { TransactionalInterceptor } from '../request/transactional/transactional.interceptor.js';
import type { ApplicationOptions } from './application-options.js';
import { capabilities } from './capabilities.js';
import { DatabaseModule } from './database/database.module.js';
import { LedgerShutdown } from './database/ledger-shutdown.js';
import { Draining } from './health/draining.js';
import { HealthController } from './health/health.controller.js';
import { ProblemsController } from './openapi/problems.controller.js';
import { scopes } from './scopes.js';

/** The HTTP face of the wallet: one folder per capability, all of them on the ledger. */
@Module({
  imports: [AccountsModule, CatalogModule, EconomyModule, FreezesModule],
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
    UserAnswers,
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
        LedgerModule.withOptions({
          capabilities: options.capabilities ?? capabilities,
          journal: options.journal,
          verification: options.verification,
        }),
        ClientsModule.withOptions({ demoKeys: options.demoKeys, scopes }),
        PlayersModule.withOptions({ tokens: options.players.tokens, imports: [users] }),
        users,
      ],
      providers: [
        StorageBudgets,
        { provide: playerDailyLimits, useValue: options.playerDaily },
        { provide: RateLimits, useFactory: () => new RateLimits(options.rateLimits) },
      ],
    };
  }
}
