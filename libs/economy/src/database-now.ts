import type { EntityManager } from 'typeorm';

/** The clock that all instances share: a process whose own clock is wrong must not end a day too early. */
export async function databaseNow(manager: EntityManager): Promise<Date> {
  const [row] = await manager.query<{ now: Date }[]>(`SELECT now() AS now`);
  if (!row) throw new Error('SELECT now() gave no row');
  return row.now;
}
