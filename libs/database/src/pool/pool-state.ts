import type { DataSource } from 'typeorm';
import { poolOf } from './pools.js';

/** The connections of a pool, and how many callers wait for one. */
export interface PoolState {
  idle: number;
  /** In use, or being opened. */
  used: number;
  waiting: number;
}

/** The state of these pools together. */
export function readPoolState(dataSources: readonly DataSource[]): PoolState {
  const sum = { idle: 0, used: 0, waiting: 0 };
  for (const dataSource of dataSources) {
    const pool = poolOf(dataSource);
    if (!pool) continue;
    sum.idle += pool.idleCount;
    sum.used += pool.totalCount - pool.idleCount;
    sum.waiting += pool.waitingCount;
  }
  return sum;
}
