import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { applicationRole } from '../session/settings.js';

/**
 * Creates the service's role if the cluster lacks it, and grants it to this login if the login is able to. The owner of the
 * tables needs that only if the service uses the same login.
 *
 * Throws the database error, with a hint for an administrator, if this login may not create roles.
 */
export async function ensureApplicationRole(owner: EntityManager): Promise<void> {
  // Roles belong to the cluster: the migration of another database may create it at the same moment.
  await owner.query(`
    DO $$
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${applicationRole}') THEN
        CREATE ROLE ${applicationRole} NOLOGIN;
      END IF;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role ${applicationRole} does not exist and % may not create it', current_user
          USING ERRCODE = 'insufficient_privilege', HINT = 'Let an administrator run: CREATE ROLE ${applicationRole} NOLOGIN';
    END
    $$`);
  const [self] = await owner.query<{ name: string; mayGrant: boolean }[]>(
    `SELECT rolname AS name,
            pg_has_role('${applicationRole}', 'MEMBER WITH ADMIN OPTION')
            OR rolcreaterole AND current_setting('server_version_num')::int < 160000 AS "mayGrant"
     FROM pg_roles WHERE rolname = current_user`,
  );
  if (self?.mayGrant && !(await mayTakeRole(owner, self.name))) await grantRole(owner, self.name);
}

/** Whether a session of this login can take the service's role. */
export async function mayTakeRole(owner: EntityManager, login: string): Promise<boolean> {
  const [row] = await owner.query<{ may: boolean }[]>(
    `SELECT pg_has_role($1, '${applicationRole}', $2) AS may`,
    [login, (await hasMembershipOptions(owner)) ? 'SET' : 'MEMBER'],
  );
  return row?.may ?? false;
}

export async function grantRole(owner: EntityManager, login: string): Promise<void> {
  const withSet = (await hasMembershipOptions(owner)) ? ' WITH SET TRUE' : '';
  await owner.query(`GRANT ${applicationRole} TO ${pg.escapeIdentifier(login)}${withSet}`);
}

/**
 * Since PostgreSQL 16, a member may take a role only with the SET option, which the creator of a role does not get (GRANT, "GRANT
 * on Roles"; CREATE ROLE, "Notes").
 */
async function hasMembershipOptions(owner: EntityManager): Promise<boolean> {
  const [row] = await owner.query<{ has: boolean }[]>(
    `SELECT current_setting('server_version_num')::int >= 160000 AS has`,
  );
  return row?.has ?? false;
}
