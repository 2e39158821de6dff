import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { applicationRole } from '../session/settings.js';

/**
 * Lets the nodes act for the service on one another: a node forwards a statement under the role that the session has taken. The role
 * gets no password, so only what pg_hba.conf grants to the addresses of the nodes can use it.
 */
export async function letNodesConnect(owner: EntityManager): Promise<void> {
  const [row] = await owner.query<{ name: string }[]>(`SELECT current_database() AS name`);
  const database = pg.escapeIdentifier(row?.name ?? '');
  for (const statement of [
    `ALTER ROLE ${applicationRole} LOGIN`,
    `GRANT CONNECT ON DATABASE ${database} TO ${applicationRole}`,
  ]) {
    await owner.query(`SELECT run_command_on_all_nodes($1)`, [
      `SET citus.enable_ddl_propagation = off; ${statement}`,
    ]);
  }
}
