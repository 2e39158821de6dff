import { applicationRole } from '@app/database';
import pg from 'pg';
import { prefixIn, prefixPattern } from './test-server.js';

/** Marks a role of the service that a run created. Without it the role belongs to a wallet on the same server. */
const mark = 'created by the tests of the wallet service';

/** Makes one run wait while another creates or drops that role; locks of the database `postgres`. */
const waitForOtherRuns = `PERFORM pg_advisory_xact_lock(hashtext('${mark}'))`;

/** Creates the service's role, whose name the migrations fix for the whole server, unless it is there. */
export async function ensureMarkedRole(session: pg.Client): Promise<void> {
  await session.query(`
    DO $$
    BEGIN
      ${waitForOtherRuns};
      CREATE ROLE ${applicationRole} NOLOGIN;
      COMMENT ON ROLE ${applicationRole} IS '${mark}';
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
    END
    $$`);
}

/** Drops the marked role, unless another run is under way or, meanwhile, a wallet uses it. */
export async function dropUnusedRole(session: pg.Client): Promise<void> {
  await session.query(`
    DO $$
    BEGIN
      ${waitForOtherRuns};
      IF EXISTS (
        SELECT FROM pg_roles WHERE rolname = '${applicationRole}' AND shobj_description(oid, 'pg_authid') = '${mark}'
          AND NOT EXISTS (SELECT FROM pg_auth_members WHERE roleid = pg_roles.oid)
      ) AND NOT EXISTS (
        SELECT FROM pg_stat_activity WHERE application_name ~ '${prefixPattern}' AND pid <> pg_backend_pid()
      ) THEN
        DROP ROLE ${applicationRole};
      END IF;
    EXCEPTION
      WHEN dependent_objects_still_exist OR undefined_object THEN NULL;
    END
    $$`);
}

/** Drops what runs left behind that were killed: no session of `runs` bears their name. */
export async function removeLeftovers(session: pg.Client, runs: pg.Client = session): Promise<void> {
  const names = [...(await databases(session)), ...(await roles(session))];
  const prefixes = new Set(names.flatMap((name) => prefixIn(name) ?? []));
  const { rows } = await runs.query<{ name: string }>(
    'SELECT application_name AS name FROM pg_stat_activity',
  );
  for (const { name } of rows) prefixes.delete(name);
  for (const prefix of prefixes) await dropRun(session, prefix);
}

/** Drops every database and role of a run; the databases first, because rights in them would keep the roles. */
export async function dropRun(session: pg.Client, prefix: string): Promise<void> {
  const isOfRun = (name: string) => prefixIn(name) === prefix;
  for (const name of (await databases(session)).filter(isOfRun)) {
    await session.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  }
  for (const name of (await roles(session)).filter(isOfRun)) {
    await session.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(name)}`);
  }
}

async function databases(session: pg.Client): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>('SELECT datname AS name FROM pg_database');
  return rows.map(({ name }) => name);
}

async function roles(session: pg.Client): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>('SELECT rolname AS name FROM pg_roles');
  return rows.map(({ name }) => name);
}
