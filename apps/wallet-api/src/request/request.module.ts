import { type DynamicModule, Module, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Authentication } from './access/authentication.js';
import { ScopeGuard } from './access/scope.guard.js';
import { RequestHooks } from './hooks.js';
import { Draining } from './http/draining.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { requestOptions, type RequestOptions } from './request-options.js';
import { playerDailyLimits, StorageBudgets } from './transactional/storage-budget.js';
import { DtoValidationPipe } from './validation/dto-validation.pipe.js';
import { UnseenQueryGuard } from './validation/unseen-query.guard.js';

/**
 * The hooks, guards, pipe and filter of every request. Global, because Nest creates a `TransactionalInterceptor` in each module
 * with a `@Transactional()` handler, and it needs the exported providers there.
 */
@Module({
  providers: [
    Authentication,
    Draining,
    RequestHooks,
    StorageBudgets,
    // Guards run in this order.
    { provide: APP_GUARD, useClass: ScopeGuard },
    { provide: APP_GUARD, useClass: UnseenQueryGuard },
    { provide: APP_PIPE, useClass: DtoValidationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Draining, RateLimits, StorageBudgets, playerDailyLimits],
})
export class RequestModule implements NestModule {
  static with(options: RequestOptions): DynamicModule {
    return {
      module: RequestModule,
      global: true,
      providers: [
        { provide: requestOptions, useValue: options },
        { provide: playerDailyLimits, useValue: options.playerDaily },
        { provide: RateLimits, useFactory: () => new RateLimits(options.rateLimits) },
      ],
    };
  }

  constructor(private readonly hooks: RequestHooks) {}

  /** Nest calls this before it registers routes. */
  configure(): void {
    this.hooks.add();
  }
}
