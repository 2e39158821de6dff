import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Authentication } from './access/authentication.js';
import { ProblemFilter } from './http/problem.filter.js';
import { type RateLimitOptions, RateLimits } from './rate-limits/rate-limits.js';
import { type DailyLimits, playerDailyLimits, StorageBudgets } from './transactional/storage-budget.js';
import { TransactionalInterceptor } from './transactional/transactional.interceptor.js';

export interface RequestModuleOptions {
  rateLimits: RateLimitOptions;
  /** What each player may store in a day. */
  playerDaily: DailyLimits;
}

/** What happens to every request. Global: each module with a `@Transactional()` handler needs what its interceptor needs. */
@Module({
  providers: [
    Authentication,
    StorageBudgets,
    TransactionalInterceptor,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Authentication, RateLimits, TransactionalInterceptor],
})
export class RequestModule {
  static with({ rateLimits, playerDaily }: RequestModuleOptions): DynamicModule {
    return {
      module: RequestModule,
      global: true,
      providers: [
        { provide: playerDailyLimits, useValue: playerDaily },
        { provide: RateLimits, useFactory: () => new RateLimits(rateLimits) },
      ],
    };
  }
}
