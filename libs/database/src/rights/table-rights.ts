import type { EntityManager } from 'typeorm';
import { findMigrations } from '../../../../migrations/index.js';
import { applicationRole } from '../session/settings.js';

/**
 * Resets the service role's rights on the tables to exactly these. That repairs a restore without privileges and any later grant
 * or revoke. A running service sees either the old rights or the new ones.
 */
export async function applyTableRights(owner: EntityManager, schema: string): Promise<void> {
  const { tableRights } = await findMigrations();
  const [usage] = await owner.query<{ granted: boolean }[]>(
    `SELECT has_schema_privilege('${applicationRole}', $1, 'USAGE') AS granted`,
    [schema],
  );
  const statements = [
    // The schema may belong to another owner.
    ...(usage?.granted ? [] : [`GRANT USAGE ON SCHEMA ${schema} TO ${applicationRole}`]),
    ...Object.entries(tableRights).flatMap(([table, rights]) => [
      `REVOKE ALL ON ${table} FROM ${applicationRole}`,
      `GRANT ${rights} ON ${table} TO ${applicationRole}`,
    ]),
  ];
  // In one message, hence one transaction.
  await owner.query(statements.join(';\n'));
}
