import { Client } from 'pg';
import { countWaiting } from './lock-waits.js';
import type { TestDatabase } from './test-database.js';

/** Locked tables, and the sessions that wait for them. */
export interface HeldTables {
  /** Waits until exactly this many sessions of this name wait for a lock. */
  untilWaiting(sessions: number, applicationName?: string): Promise<void>;
  waiting(applicationName: string): Promise<number>;
  release(): Promise<void>;
}

/** Locks the tables as the owner: every read waits until the test releases them. */
export async function holdTables(database: TestDatabase, ...tables: string[]): Promise<HeldTables> {
  const holder = new Client({ connectionString: database.url });
  const observer = new Client({ connectionString: database.url });
  await Promise.all([holder.connect(), observer.connect()]);
  await holder.query('BEGIN');
  await holder.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  const waiting = (applicationName: string) => countWaiting(observer, `^${applicationName}$`);
  return {
    waiting,
    untilWaiting: async (sessions, applicationName = 'wallet-api-reports') => {
      while ((await waiting(applicationName)) !== sessions);
    },
    release: async () => {
      await holder.query('COMMIT');
      await Promise.all([holder.end(), observer.end()]);
    },
  };
}
