import type { EntityManager } from 'typeorm';

/**
 * The database time in whole milliseconds: the ledger's only clock, on every instance. When locks are taken, read it in a
 * separate statement afterwards: a column of the locking statement may predate the wait.
 */
export async function readClock(manager: EntityManager): Promise<Date> {
  const [row] = await manager.query<{ now: Date }[]>(`SELECT ledger_now() AS now`);
  if (!row) throw new Error('ledger_now() returned no row');
  return row.now;
}
