import pg from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Restricts CONNECT to the owner and the service. The whole cluster shares the service's role: otherwise the service of another
 * wallet could read and write this one. Only the owner of the database can restrict it.
 *
 * Returns a note for the operator, if any.
 */
export async function closeDatabase(
  owner: EntityManager,
  serviceLogin: string | undefined,
): Promise<string | undefined> {
  const [database] = await owner.query<FoundDatabase[]>(
    `SELECT datname AS name, current_user AS self, pg_get_userbyid(datdba) AS owner, pg_has_role(datdba, 'USAGE') AS "isOurs",
            EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba)))
                    WHERE grantee = 0 AND privilege_type IN ('CONNECT', 'TEMPORARY')) AS "isOpen",
            $1::text IS NULL OR EXISTS (
              SELECT FROM aclexplode(datacl) JOIN pg_roles ON pg_roles.oid = grantee
              WHERE rolname = $1 AND privilege_type = 'CONNECT') AS "namesService"
     FROM pg_database WHERE datname = current_database()`,
    [serviceLogin ?? null],
  );
  if (!database) throw new Error('the database is not in pg_database');
  const { isOurs, isOpen, namesService } = database;
  if (!isOurs) return isOpen || !namesService ? tellOwner(database, serviceLogin) : undefined;

  const name = pg.escapeIdentifier(database.name);
  if (serviceLogin !== undefined && !namesService) {
    await owner.query(`GRANT CONNECT ON DATABASE ${name} TO ${pg.escapeIdentifier(serviceLogin)}`);
  }
  if (!isOpen) return undefined;
  await owner.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  return `CONNECT on the database ${database.name} was revoked from PUBLIC: from now on only logins with an explicit grant may connect.`;
}

interface FoundDatabase {
  name: string;
  self: string;
  owner: string;
  isOurs: boolean;
  /** Any login may connect. */
  isOpen: boolean;
  /** The service's login has an explicit CONNECT grant. */
  namesService: boolean;
}

function tellOwner({ name, self, owner }: FoundDatabase, serviceLogin: string | undefined): string {
  const logins = serviceLogin === undefined ? [self] : [self, serviceLogin];
  const database = pg.escapeIdentifier(name);
  return `Warning: the login ${self} does not own the database ${name}, and cannot keep the services of other wallets in this cluster out. Let ${owner} run: GRANT CONNECT ON DATABASE ${database} TO ${logins.map((login) => pg.escapeIdentifier(login)).join(', ')}; REVOKE CONNECT, TEMPORARY ON DATABASE ${database} FROM PUBLIC`;
}
