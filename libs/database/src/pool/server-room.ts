import { DataSource } from 'typeorm';
import { postgresOptions } from '../connection.js';

interface Room {
  most: number;
  kept: number;
  ofDatabase: number;
  ofRole: number;
  used: number;
}

/**
 * Compares what this instance may open with what the server, the database and the role allow and others use now. Returns a
 * warning if it does not fit; `undefined` otherwise. Throws the connection error.
 */
export async function warnIfTooMany(url: string, wanted: number): Promise<string | undefined> {
  const { most, kept, ofDatabase, ofRole, used } = await readRoom(url);
  const unlimited = (limit: number) => (limit < 0 ? Infinity : limit);
  const room = Math.min(most - kept - used, unlimited(ofDatabase), unlimited(ofRole));
  if (wanted <= room) return undefined;
  const limits = [
    `max_connections is ${most}, ${kept} of them reserved and ${used} in use`,
    ...(ofDatabase < 0 ? [] : [`the limit of the database is ${ofDatabase}`]),
    ...(ofRole < 0 ? [] : [`the limit of the login is ${ofRole}`]),
  ].join('; ');
  return `DATABASE_POOL and REPORTS_POOL let this instance open ${wanted} connections, and there is room for ${Math.max(0, room)} (${limits}): lower DATABASE_POOL, or raise the limit`;
}

async function readRoom(url: string): Promise<Room> {
  const options = postgresOptions({ url, poolSize: 1, as: 'owner', applicationName: 'wallet-check' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const [room] = await dataSource.query<Room[]>(
      `SELECT current_setting('max_connections')::int AS most,
              current_setting('superuser_reserved_connections')::int
                + coalesce(current_setting('reserved_connections', true), '0')::int AS kept,
              (SELECT datconnlimit FROM pg_database WHERE datname = current_database()) AS "ofDatabase",
              (SELECT rolconnlimit FROM pg_roles WHERE rolname = session_user) AS "ofRole",
              (SELECT coalesce(sum(numbackends), 0)::int - 1 FROM pg_stat_database WHERE datid <> 0) AS used`,
    );
    if (!room) throw new Error('the server did not report its limits');
    return room;
  } finally {
    await dataSource.destroy();
  }
}
