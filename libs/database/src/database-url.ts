/** One place where the database may answer. */
export interface DatabaseHost {
  host: string;
  port: number;
}

/** A DATABASE_URL, taken apart as far as the driver cannot. */
export interface DatabaseAddress {
  /** With its first host only, in a form that the driver understands. */
  url: string;
  /** All of its hosts, in the order in which they are tried. */
  hosts: DatabaseHost[];
  /** Only a host that accepts writes will do. */
  readWrite: boolean;
  /** Where the tables are. */
  schema: string;
}

const defaultPort = 5432;
const defaultSchema = 'public';

/** The names that a schema may have here: none of them has to be quoted. PostgreSQL keeps `pg_` for itself. */
export const schemaName = /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/;
const parts = /^(?<scheme>postgres(?:ql)?:\/\/(?:[^@/?]*@)?)(?<hosts>[^/?]*)(?<rest>(?:[/?].*)?)$/s;

/**
 * Reads an address with several hosts, `postgres://user:password@one:5432,two:5432/wallet?target_session_attrs=read-write`,
 * as libpq does (PostgreSQL documentation, 34.1.1.3 Specifying Multiple Hosts): they are tried in this order, and with
 * `target_session_attrs=read-write` until one accepts writes, which is how the service finds a standby that was promoted.
 * The driver knows one host. `schema` names the schema of the tables, as `withSchema` writes it.
 *
 * Throws for an address that cannot be read, a `target_session_attrs` that is neither `any` nor `read-write`, and a name that is not
 * one of a schema, and `query_timeout`, with which the driver gives a statement up and leaves its transaction open.
 */
export function readDatabaseUrl(url: string): DatabaseAddress {
  const { scheme, hosts: list, rest } = parts.exec(url)?.groups ?? {};
  if (scheme === undefined || list === undefined || rest === undefined) {
    throw new Error('DATABASE_URL must begin with postgres:// or postgresql://');
  }
  const names = list.split(',');
  if (names.length > 1 && names.includes('')) throw new Error(`DATABASE_URL has an empty host in "${list}"`);
  const single = new URL(`${scheme}${names[0] ?? ''}${rest}`);
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
    url: wanted === 'any' && names.length === 1 && asked === undefined ? url : withoutAttributes(single),
    hosts: names.map((name) => readHost(name)),
    readWrite: wanted === 'read-write',
    schema: asked ?? defaultSchema,
  };
}

/** The same address for tables in this schema. */
export function withSchema(url: string, schema: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}schema=${schema}`;
}

/** The driver passes parameters that it does not know to nobody, but the address is shorter without. */
function withoutAttributes(url: URL): string {
  url.searchParams.delete('target_session_attrs');
  url.searchParams.delete('schema');
  return url.href;
}

function readHost(text: string): DatabaseHost {
  const { host, port } = /^(?<host>\[[^\]]+\]|[^:]*)(?::(?<port>\d+))?$/.exec(text)?.groups ?? {};
  if (host === undefined) throw new Error(`DATABASE_URL has a host that cannot be read: "${text}"`);
  return { host: decodeURIComponent(host.replace(/^\[|\]$/g, '')), port: Number(port ?? defaultPort) };
}
