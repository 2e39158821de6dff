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
}

const defaultPort = 5432;
const parts = /^(?<scheme>postgres(?:ql)?:\/\/(?:[^@/?]*@)?)(?<hosts>[^/?]*)(?<rest>(?:[/?].*)?)$/s;

/**
 * Reads an address with several hosts, `postgres://user:password@one:5432,two:5432/wallet?target_session_attrs=read-write`,
 * as libpq does (PostgreSQL documentation, 34.1.1.3 Specifying Multiple Hosts): they are tried in this order, and with
 * `target_session_attrs=read-write` until one accepts writes, which is how the service finds a standby that was promoted.
 * The driver knows one host.
 *
 * Throws for an address that cannot be read, and for a `target_session_attrs` that is neither `any` nor `read-write`.
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
  return {
    url: wanted === 'any' && names.length === 1 ? url : withoutAttributes(single),
    hosts: names.map((name) => readHost(name)),
    readWrite: wanted === 'read-write',
  };
}

/** The driver passes parameters that it does not know to nobody, but the address is shorter without. */
function withoutAttributes(url: URL): string {
  url.searchParams.delete('target_session_attrs');
  return url.href;
}

function readHost(text: string): DatabaseHost {
  const { host, port } = /^(?<host>\[[^\]]+\]|[^:]*)(?::(?<port>\d+))?$/.exec(text)?.groups ?? {};
  if (host === undefined) throw new Error(`DATABASE_URL has a host that cannot be read: "${text}"`);
  return { host: decodeURIComponent(host.replace(/^\[|\]$/g, '')), port: Number(port ?? defaultPort) };
}
