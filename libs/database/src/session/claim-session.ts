import pg from 'pg';
import { applicationRole, type SessionSettings, timeLimits } from './settings.js';
import { UnfitConnectionError } from './unfit-connection-error.js';

/** The server process behind a connection. */
export interface Backend {
  processId: number;
  /** Unique among processes that run at the same time, even across servers. */
  identity: string;
}

interface SessionRow extends Backend {
  user: string;
  settings: Record<string, string>;
}

type SessionClient = Pick<pg.ClientBase, 'query'>;

/**
 * Applies the settings to a new connection and reads all of them back, in one round trip. They are set by statements: poolers
 * reject or drop start-up options.
 *
 * Throws UnfitConnectionError if the session then differs from them, and connection errors.
 */
export async function claimSession(client: SessionClient, wanted: SessionSettings): Promise<Backend> {
  // A message of several statements has several results; the driver's types know only one.
  const results = (await client.query(claimStatements(wanted)).catch(async (error: unknown) => {
    throw isRoleRefusal(error) ? await roleRefused(client, error) : error;
  })) as unknown as pg.QueryResult[];
  const set = results[0]?.rows as { name: string; value: string }[];
  const session = results.at(-1)?.rows[0] as SessionRow | undefined;
  if (!session) throw new UnfitConnectionError('the connection did not report its settings');
  requireSettings(session, { wanted, set });
  return { processId: session.processId, identity: session.identity };
}

function claimStatements({ role, fixed, adjustable }: SessionSettings): string {
  const settings = Object.entries({ ...adjustable, ...fixed });
  const pairs = settings.map(([name, value]) => `(${literal(name)}, ${literal(value)})`);
  const read = [...settings.map(([name]) => name), ...Object.keys(untouched)].map(literal);
  return [
    `SELECT name, set_config(name, value, false) AS value FROM (VALUES ${pairs.join(', ')}) AS wanted (name, value)`,
    // An answer promises that the transfer survives a crash. Weaker durability must be requested in the address.
    ...('synchronous_commit' in adjustable
      ? []
      : [
          `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`,
        ]),
    ...(role === undefined ? [] : [`SET ROLE ${pg.escapeIdentifier(role)}`]),
    `SELECT current_user AS user, pg_backend_pid() AS "processId",
            pg_backend_pid() || '@' || extract(epoch FROM pg_postmaster_start_time()) AS identity,
            (SELECT json_object_agg(name, current_setting(name))
             FROM unnest(ARRAY[${read.join(', ')}]) AS wanted (name)) AS settings`,
  ].join(';\n');
}

const literal = (text: string) => pg.escapeLiteral(text);

/** Settings that the service may not change but depends on: with another value no trigger of the ledger fires. */
const untouched = { session_replication_role: 'origin' };

function requireSettings(
  { user, settings }: SessionRow,
  { wanted, set }: { wanted: SessionSettings; set: readonly { name: string; value: string }[] },
): void {
  if (wanted.role !== undefined && user !== wanted.role) throw differs('the role', user, wanted.role);
  const expected = {
    // PostgreSQL reports 10s for an operator's 10000.
    ...Object.fromEntries(set.map(({ name, value }) => [name, value])),
    ...wanted.fixed,
    ...untouched,
  };
  for (const [name, value] of Object.entries(expected)) {
    // Unix sockets have no TCP keep-alive.
    if (settings[name] !== value && !name.startsWith('tcp_')) throw differs(name, settings[name], value);
  }
  for (const name of Object.keys(timeLimits)) {
    if (settings[name] === '0') {
      throw new UnfitConnectionError(
        `${name} is 0, which means no limit: set another value in the options of DATABASE_URL, or remove it there`,
      );
    }
  }
}

function differs(name: string, actual: string | undefined, expected: string): UnfitConnectionError {
  return new UnfitConnectionError(
    `${name} is "${actual ?? ''}" on a new connection but must be "${expected}": remove it from ALTER ROLE … SET and ALTER DATABASE … SET, and if a pooler is in between, give DATABASE_URL the direct address of PostgreSQL`,
  );
}

/** insufficient_privilege, or invalid_parameter_value if there is no such role. */
const roleRefusals = new Set(['42501', '22023']);

function isRoleRefusal(error: unknown): error is pg.DatabaseError {
  return (
    error instanceof pg.DatabaseError &&
    roleRefusals.has(error.code ?? '') &&
    error.message.includes(`role "${applicationRole}"`)
  );
}

/** Names the missing grant. A member of the role lacks only the SET option, which exists since PostgreSQL 16. */
async function roleRefused(client: SessionClient, error: pg.DatabaseError): Promise<UnfitConnectionError> {
  const { rows } = await client.query<{ login: string; exists: boolean; hasOptions: boolean }>(
    `SELECT quote_ident(session_user) AS login, current_setting('server_version_num')::int >= 160000 AS "hasOptions",
            EXISTS (SELECT FROM pg_roles WHERE rolname = '${applicationRole}') AS exists`,
  );
  const { login = 'the login', exists = true, hasOptions = false } = rows[0] ?? {};
  const grant = `GRANT ${applicationRole} TO ${login}${hasOptions ? ' WITH SET TRUE' : ''}`;
  const statements = exists ? grant : `CREATE ROLE ${applicationRole} NOLOGIN; ${grant}`;
  return new UnfitConnectionError(
    `the login ${login} of DATABASE_URL may not take the role ${applicationRole}: run \`npm run migrate -- --service-login ${login}\` with the login that owns the tables in MIGRATION_DATABASE_URL, or let an administrator run: ${statements}; ${error.message}`,
    { cause: error },
  );
}
