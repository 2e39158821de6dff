import pg from 'pg';
import { applicationRole, type SessionSettings, timeLimits } from './settings.js';
import { UnfitConnectionError } from './unfit-connection-error.js';

/** The server process behind a connection. */
export interface Backend {
  processId: number;
  /** Differs between two processes that run at once, also on different servers. */
  identity: string;
}

interface SessionRow extends Backend {
  user: string;
  settings: Record<string, string>;
}

/** Behind a pooler the driver knows a process of the pooler. */
type SessionClient = Pick<pg.ClientBase, 'query'>;

/**
 * Makes a new connection what the settings say and reads all of it back, in one round trip. They are set by statements: poolers
 * refuse or drop what a client sends as start-up options.
 *
 * Throws UnfitConnectionError when the session then is not what it has to be, and errors of the connection.
 */
export async function claimSession(client: SessionClient, wanted: SessionSettings): Promise<Backend> {
  // Several statements in one message have an answer each; the types of the driver know of one only.
  const results = (await client.query(claimStatements(wanted)).catch((error: unknown) => {
    throw explainRefusal(error);
  })) as unknown as pg.QueryResult[];
  const set = results[0]?.rows as { name: string; value: string }[];
  const session = results.at(-1)?.rows[0] as SessionRow | undefined;
  if (!session) throw new UnfitConnectionError('the connection does not say what it is');
  requireSettings(session, { wanted, set });
  return { processId: session.processId, identity: session.identity };
}

function claimStatements({ role, fixed, adjustable }: SessionSettings): string {
  const settings = Object.entries({ ...adjustable, ...fixed });
  const pairs = settings.map(([name, value]) => `(${literal(name)}, ${literal(value)})`);
  const read = [...settings.map(([name]) => name), ...Object.keys(untouched)].map(literal);
  return [
    `SELECT name, set_config(name, value, false) AS value FROM (VALUES ${pairs.join(', ')}) AS wanted (name, value)`,
    // An answer promises that the transfer survives a crash. Who wants less has to ask for it in the address.
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

/** What the service may not set, and rests on: with another value no trigger of the ledger fires. */
const untouched = { session_replication_role: 'origin' };

function requireSettings(
  { user, settings }: SessionRow,
  { wanted, set }: { wanted: SessionSettings; set: readonly { name: string; value: string }[] },
): void {
  if (wanted.role !== undefined && user !== wanted.role) throw differs('the role', user, wanted.role);
  const expected = {
    // PostgreSQL says 10s where an operator wrote 10000.
    ...Object.fromEntries(set.map(({ name, value }) => [name, value])),
    ...wanted.fixed,
    ...untouched,
  };
  for (const [name, value] of Object.entries(expected)) {
    // On a Unix socket there is no TCP to keep alive.
    if (settings[name] !== value && !name.startsWith('tcp_')) throw differs(name, settings[name], value);
  }
  for (const name of Object.keys(timeLimits)) {
    if (settings[name] === '0') {
      throw new UnfitConnectionError(
        `${name} is 0, which is no limit: give it another value in the options of DATABASE_URL, or remove it there`,
      );
    }
  }
}

function differs(name: string, actual: string | undefined, expected: string): UnfitConnectionError {
  return new UnfitConnectionError(
    `${name} is "${actual ?? ''}" on a new connection and has to be "${expected}": take it out of ALTER ROLE … SET and ALTER DATABASE … SET, and give DATABASE_URL the direct address of PostgreSQL if a pooler is in between`,
  );
}

/** insufficient_privilege, and invalid_parameter_value where there is no such role. */
const roleRefusals = new Set(['42501', '22023']);

function explainRefusal(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) || !roleRefusals.has(error.code ?? '')) return error;
  if (!error.message.includes(`role "${applicationRole}"`)) return error;
  return new UnfitConnectionError(
    `the login may not take the role ${applicationRole}: run \`npm run migrate -- --service-login NAME\` with the login that owns the tables, or GRANT ${applicationRole} TO the login; ${error.message}`,
    { cause: error },
  );
}
