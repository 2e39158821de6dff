import { AccountsModule } from '@app/accounts';
import { ClientsModule } from '@app/clients';
import { LedgerModule } from '@app/ledger';
import { PlayersModule } from '@app/players';
import { UsersModule } from '@app/users';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { Authentication } from './access/authentication.js';
import type { ApplicationOptions } from './application-options.js';
import { AssetsController } from './assets/assets.controller.js';
import { DatabaseModule } from './database/database.module.js';
import { LedgerShutdown } from './database/ledger-shutdown.js';
import { Draining } from './health/draining.js';
import { HealthController } from './health/health.controller.js';
import { VerificationController } from './ledger/verification.controller.js';
import { AuthController } from './players/auth.controller.js';
import { playerOptions } from './players/player-options.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemsController } from './problems/problems.controller.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { SystemAccountsController } from './system-accounts/system-accounts.controller.js';
import { TransactionsController } from './transactions/transactions.controller.js';
import { TransactionalInterceptor } from './transactional/transactional.interceptor.js';
import { FreezesController } from './users/freezes.controller.js';
import { UsersController } from './users/users.controller.js';
import { validationPipe } from './validation/validation.pipe.js';
import { FlowsController } from './wallets/flows.controller.js';
import { WalletsController } from './wallets/wallets.controller.js';

/** The HTTP face of the wallet: one folder per capability, all of them on the ledger. */
@Module({
  imports: [AccountsModule],
  controllers: [
    FlowsController,
    WalletsController,
    TransactionsController,
    UsersController,
    AuthController,
    FreezesController,
    AssetsController,
    SystemAccountsController,
    VerificationController,
    HealthController,
    ProblemsController,
  ],
  providers: [
    Authentication,
    Draining,
    LedgerShutdown,
    TransactionalInterceptor,
    { provide: APP_PIPE, useValue: validationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class WalletApiModule {
  static with(options: ApplicationOptions): DynamicModule {
    const users = UsersModule.withOptions({ welcomeGrant: options.welcomeGrant });
    return {
      module: WalletApiModule,
      imports: [
        DatabaseModule.forUrl(options.databaseUrl, 'wallet-api'),
        LedgerModule.withOptions(options.journal),
        ClientsModule.withOptions({ demoKeys: options.demoKeys }),
        users,
        PlayersModule.withOptions({ tokens: options.players.tokens, imports: [users] }),
      ],
      providers: [
        { provide: playerOptions, useValue: options.players },
        { provide: RateLimits, useFactory: () => new RateLimits(options.rateLimits) },
      ],
    };
  }
}
