import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

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
  for (const { driver } of dataSources) {
    // Missing once the DataSource is destroyed.
    const { master } = driver as unknown as { master?: Pool };
    if (!master) continue;
    sum.idle += master.idleCount;
    sum.used += master.totalCount - master.idleCount;
    sum.waiting += master.waitingCount;
  }
  return sum;
}
