import { parseUrl, readHost, splitUrl } from './url-syntax.js';

export interface DatabaseHost {
  host: string;
  port: number;
}

/** A parsed DATABASE_URL. */
export interface DatabaseAddress {
  /** With the first host only, in a form the driver understands. */
  url: string;
  /** All hosts, in the order in which they are tried. */
  hosts: DatabaseHost[];
  /** Whether only a host that accepts writes is suitable. */
  readWrite: boolean;
  /** The schema of the tables. */
  schema: string;
}

const defaultSchema = 'public';

/** Valid schema names. None of them needs quotes; PostgreSQL reserves `pg_`. */
export const schemaName = /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/;

/** What the driver understands. libpq's `allow` would prefer no TLS. */
const sslModes = ['disable', 'no-verify', 'prefer', 'require', 'verify-ca', 'verify-full'];

/**
 * Parses an address with several hosts, `postgres://user:password@one:5432,two:5432/wallet?target_session_attrs=read-write`, as
 * libpq does (PostgreSQL documentation, 34.1.1.3 Specifying Multiple Hosts): hosts are tried in this order, and with
 * `target_session_attrs=read-write` until one accepts writes. That is how the service finds a promoted standby. The driver itself
 * supports one host. `schema` names the schema of the tables, as `withSchema` writes it.
 *
 * Throws for an unparsable address, an unknown `sslmode`, a `target_session_attrs` other than `any` and `read-write`, an invalid
 * schema name, and `query_timeout`, with which the driver abandons a statement and leaves its transaction open.
 */
export function readDatabaseUrl(url: string): DatabaseAddress {
  const { scheme, hosts: list, rest } = splitUrl(url);
  const names = list.split(',');
  if (names.length > 1 && names.includes('')) throw new Error('DATABASE_URL has an empty host in its list');
  const hosts = names.map(readHost);
  const single = parseUrl(`${scheme}${names[0] ?? ''}${rest}`);
  requireSslMode(single);
  const wanted = single.searchParams.get('target_session_attrs') ?? 'any';
  if (wanted !== 'any' && wanted !== 'read-write') {
    throw new Error(`target_session_attrs in DATABASE_URL must be any or read-write, not "${wanted}"`);
  }
  if (single.searchParams.has('query_timeout')) {
    throw new Error(
      'query_timeout in DATABASE_URL leaves transactions open: remove it, and set statement_timeout in options',
    );
  }
  const asked = single.searchParams.getAll('schema').at(-1);
  if (asked !== undefined && !schemaName.test(asked)) {
    throw new Error(`schema in DATABASE_URL must be a name of a-z, 0-9 and _, not "${asked}"`);
  }
  return {
    url:
      wanted === 'any' && names.length === 1 && asked === undefined
        ? `${scheme}${list}${rest}`
        : withoutAttributes(single),
    hosts,
    readWrite: wanted === 'read-write',
    schema: asked ?? defaultSchema,
  };
}

/** The same address for tables in this schema. */
export function withSchema(url: string, schema: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}schema=${schema}`;
}

/** The same login and database on another server. */
export function atNode(url: string, { host, port }: DatabaseHost): string {
  const { scheme, rest } = splitUrl(url);
  return `${scheme}${host.includes(':') ? `[${host}]` : encodeURIComponent(host)}:${port}${rest}`;
}

/** The driver ignores unknown parameters; removing them keeps the address short. */
function withoutAttributes(url: URL): string {
  url.searchParams.delete('target_session_attrs');
  url.searchParams.delete('schema');
  return url.href;
}

/** The driver takes a mode that it does not know for `verify-full`. */
function requireSslMode({ searchParams }: URL): void {
  const mode = searchParams.getAll('sslmode').at(-1);
  if (mode === undefined || sslModes.includes(mode)) return;
  throw new Error(`sslmode in DATABASE_URL must be one of ${sslModes.join(', ')}, not "${mode}"`);
}

/** What is wrong with the address in this variable; `undefined` if it can be read. */
export function databaseUrlFault(url: string, variable: string): string | undefined {
  try {
    readDatabaseUrl(url);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll('DATABASE_URL', variable) : String(error);
  }
}
