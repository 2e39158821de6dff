import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { SchemaError } from '../schema-error.js';
import { applicationRole } from '../session/settings.js';
import { grantRole, mayTakeRole } from './application-role.js';
import { passwordVerifier } from './password-verifier.js';

/** The service's login, which owns nothing. */
export interface ServiceLogin {
  name: string;
  /** Set on a new or existing login. `undefined` creates no login and keeps an existing password. */
  password: string | undefined;
}

/**
 * Creates the login, or uses an existing one, and grants it the service's role.
 *
 * Throws SchemaError for a superuser or owner, and, with the statement for an administrator, if this login lacks the privileges.
 */
export async function ensureServiceLogin(owner: EntityManager, wanted: ServiceLogin): Promise<void> {
  const { name, password } = wanted;
  const login = pg.escapeIdentifier(name);
  const found = await findLogin(owner, name);
  if (found) refuseOwner(name, found);
  else if (password === undefined) {
    throw new SchemaError(
      `there is no login ${name}: set SERVICE_DATABASE_PASSWORD to create it with that password`,
    );
  }
  if (password !== undefined) {
    const verifier = passwordVerifier(password);
    if (found) {
      await orAdvise(
        owner.query(`ALTER ROLE ${login} PASSWORD ${verifier}`),
        `the password of ${name} cannot be set: unset SERVICE_DATABASE_PASSWORD, and let an administrator set it`,
      );
    } else {
      await orAdvise(
        // Until the grant it can do no more than any login.
        owner.query(`CREATE ROLE ${login} LOGIN NOINHERIT PASSWORD ${verifier}`),
        `the login ${name} does not exist: let an administrator run: CREATE ROLE ${login} LOGIN NOINHERIT PASSWORD '…'; GRANT ${applicationRole} TO ${login}`,
      );
    }
  }
  if (await mayTakeRole(owner, name)) return;
  await orAdvise(
    grantRole(owner, name),
    `${name} may not take the role ${applicationRole}: let an administrator run: GRANT ${applicationRole} TO ${login}`,
  );
}

interface FoundLogin {
  canLogIn: boolean;
  isSuperuser: boolean;
  isOwner: boolean;
}

export async function findLogin(owner: EntityManager, name: string): Promise<FoundLogin | undefined> {
  const [found] = await owner.query<FoundLogin[]>(
    `SELECT rolcanlogin AS "canLogIn", rolsuper AS "isSuperuser", pg_has_role(oid, current_user, 'MEMBER') AS "isOwner"
     FROM pg_roles WHERE rolname = $1`,
    [name],
  );
  return found;
}

function refuseOwner(name: string, { canLogIn, isSuperuser, isOwner }: FoundLogin): void {
  if (isSuperuser) throw new SchemaError(`${name} is a superuser: choose another login`);
  if (isOwner) {
    throw new SchemaError(`${name} owns the tables, or can become their owner: choose another login`);
  }
  if (!canLogIn) throw new SchemaError(`${name} is a role that cannot log in: choose another one`);
}

const insufficientPrivilege = '42501';

async function orAdvise(work: Promise<unknown>, advice: string): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== insufficientPrivilege) throw error;
    throw new SchemaError(`${advice} (${error.message})`, { cause: error });
  }
}
