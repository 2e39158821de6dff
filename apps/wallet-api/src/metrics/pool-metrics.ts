import { NodeConnections, readPoolState } from '@app/database';
import { reportsDataSource } from '@app/reports';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

/** The connection pools, read whenever the metrics are. */
@Injectable()
export class PoolMetrics {
  constructor(
    registry: Registry,
    connections: NodeConnections,
    @Inject(reportsDataSource) reports: DataSource,
  ) {
    const pools = () => ({
      service: readPoolState(connections.dataSources),
      reports: readPoolState([reports]),
    });
    new Gauge({
      name: 'wallet_pool_connections',
      help: 'Connections to PostgreSQL',
      labelNames: ['pool', 'state'],
      registers: [registry],
      collect() {
        for (const [pool, { idle, used }] of Object.entries(pools())) {
          this.set({ pool, state: 'idle' }, idle);
          this.set({ pool, state: 'used' }, used);
        }
      },
    });
    new Gauge({
      name: 'wallet_pool_waiting',
      help: 'Callers that wait for a connection',
      labelNames: ['pool'],
      registers: [registry],
      collect() {
        for (const [pool, { waiting }] of Object.entries(pools())) this.set({ pool }, waiting);
      },
    });
  }
}
