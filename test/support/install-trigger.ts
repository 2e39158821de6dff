import type { Client } from 'pg';

/** Runs statements that create a trigger, one by one; Citus allows triggers on its tables only with this setting, which others ignore. */
export async function installTrigger(owner: Client, ...statements: string[]): Promise<void> {
  await owner.query(`SET citus.enable_unsafe_triggers = on`);
  for (const sql of statements) await owner.query(sql);
}
