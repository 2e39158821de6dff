import type { EntityManager } from 'typeorm';

/**
 * The time of the database in whole milliseconds: the one clock of the ledger, for every instance. Behind locks, it must be a
 * separate statement: a column of the locking statement can be from before the wait.
 */
export async function readClock(manager: EntityManager): Promise<Date> {
  const [row] = await manager.query<{ now: Date }[]>(`SELECT ledger_now() AS now`);
  if (!row) throw new Error('the clock gave no row');
  return row.now;
}
