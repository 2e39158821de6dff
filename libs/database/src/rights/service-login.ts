import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { SchemaError } from '../schema-error.js';
import { applicationRole } from '../session/settings.js';
import { grantRole, mayTakeRole } from './application-role.js';
import { passwordVerifier } from './password-verifier.js';

/** The login of the service, which owns nothing. */
export interface ServiceLogin {
  name: string;
  /** Set on the login, whether it is made or was there. With `undefined` it is not made, and keeps its password. */
  password: string | undefined;
}

/**
 * Makes the login, or takes one that an administrator made, and lets it take the role of the service.
 *
 * Throws SchemaError for a login that rights do not hold back, and where this login may not, with the statement for an administrator.
 */
export async function ensureServiceLogin(owner: EntityManager, wanted: ServiceLogin): Promise<void> {
  const { name, password } = wanted;
  const login = pg.escapeIdentifier(name);
  const found = await findLogin(owner, name);
  if (found) refuseOwner(name, found);
  else if (password === undefined) {
    throw new SchemaError(
      `there is no login ${name}: set SERVICE_DATABASE_PASSWORD, and it is made with that password`,
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
        // Without its role it may do what any login may.
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
  if (isSuperuser) throw new SchemaError(`${name} is a superuser: name a login that is none`);
  if (isOwner) {
    throw new SchemaError(`${name} owns the tables, or can become their owner: name another login`);
  }
  if (!canLogIn) throw new SchemaError(`${name} is a role that cannot log in: name another one`);
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
