import type { EntityManager } from 'typeorm';
import { findMigrations } from '../../../../migrations/index.js';
import { applicationRole } from '../session/settings.js';

/**
 * Gives the role of the service its rights on the tables, exactly: after a restore without privileges, and where a right was added or
 * taken away since. A running service sees the rights before or those after.
 */
export async function applyTableRights(owner: EntityManager, schema: string): Promise<void> {
  const { tableRights } = await findMigrations();
  const [usage] = await owner.query<{ granted: boolean }[]>(
    `SELECT has_schema_privilege('${applicationRole}', $1, 'USAGE') AS granted`,
    [schema],
  );
  const statements = [
    // The schema may have another owner.
    ...(usage?.granted ? [] : [`GRANT USAGE ON SCHEMA ${schema} TO ${applicationRole}`]),
    ...Object.entries(tableRights).flatMap(([table, rights]) => [
      `REVOKE ALL ON ${table} FROM ${applicationRole}`,
      `GRANT ${rights} ON ${table} TO ${applicationRole}`,
    ]),
  ];
  // In one message, which is one transaction.
  await owner.query(statements.join(';\n'));
}
