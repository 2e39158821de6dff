import { EconomyModule } from '@app/economy';
import { auditObserver, journalObserver } from '@app/ledger';
import { type DynamicModule, Module, type NestModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { AuditMetrics } from './audit-metrics.js';
import { EconomyMetrics } from './economy-metrics.js';
import { observeRequests } from './http-metrics.js';
import { JournalMetrics } from './journal-metrics.js';
import { MetricsServer } from './metrics-server.js';
import { metricsOptions, type MetricsOptions } from './options.js';
import { PoolMetrics } from './pool-metrics.js';

/**
 * Collects metrics and serves them. Imported only if they have a port; otherwise the ledger finds no observer, and nothing is
 * collected. Global, because the ledger looks for its observers here.
 */
@Module({
  imports: [EconomyModule],
  providers: [
    { provide: Registry, useFactory: createRegistry },
    { provide: journalObserver, useClass: JournalMetrics },
    { provide: auditObserver, useClass: AuditMetrics },
    PoolMetrics,
    EconomyMetrics,
    MetricsServer,
  ],
  exports: [journalObserver, auditObserver],
})
export class MetricsModule implements NestModule {
  static with(options: MetricsOptions): DynamicModule {
    return {
      module: MetricsModule,
      global: true,
      providers: [{ provide: metricsOptions, useValue: options }],
    };
  }

  constructor(
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly registry: Registry,
  ) {}

  /** Nest calls this before it registers routes. */
  configure(): void {
    observeRequests(this.adapterHost.httpAdapter.getInstance(), this.registry);
  }
}

/** With the event loop, garbage collection, heap and process. */
function createRegistry(): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'wallet_' });
  return register;
}
