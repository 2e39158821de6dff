import type { EntityManager } from 'typeorm';

/**
 * The time of the database in whole milliseconds: the one clock of the ledger, for every instance. Behind locks, read it in a
 * statement of its own: a column of the statement that locks can be from before the wait.
 */
export async function readClock(manager: EntityManager): Promise<Date> {
  const [row] = await manager.query<{ now: Date }[]>(`SELECT ledger_now() AS now`);
  if (!row) throw new Error('the clock gave no row');
  return row.now;
}
