/** The parts of a DATABASE_URL, still escaped. */
export interface UrlParts {
  /** With the login, if there is one. */
  scheme: string;
  hosts: string;
  /** The name of the database and the parameters. */
  rest: string;
}

const escaping =
  'in the user, the password and the database, write @ as %40, / as %2F, : as %3A, ? as %3F, # as %23 and % as %25';

/** Never quotes the address: any part may be a piece of a password. */
function unreadable(why: string): Error {
  return new Error(`DATABASE_URL cannot be read: ${why}`);
}

/**
 * Splits an address. A space and a `%` that begins no escape count as themselves, as the driver reads them.
 *
 * Throws, with a remedy, for an address that is not PostgreSQL's, or whose parts an unescaped character confuses.
 */
export function splitUrl(given: string): UrlParts {
  const url = given.replaceAll(/%(?![0-9a-f]{2})/gi, '%25').replaceAll(' ', '%20');
  const protocol = /^postgres(?:ql)?:\/\//.exec(url)?.[0];
  if (protocol === undefined) throw new Error('DATABASE_URL must begin with postgres:// or postgresql://');
  const [authority, rest] = cutBefore(/[/?]/, url.slice(protocol.length));
  // The login ends at the last @, as in WHATWG URLs.
  const loginLength = authority.lastIndexOf('@') + 1;
  const parts = {
    scheme: protocol + authority.slice(0, loginLength),
    hosts: authority.slice(loginLength),
    rest,
  };
  if (isConfused(parts)) throw unreadable(escaping);
  if (parts.hosts === '' && loginLength > 0) {
    throw unreadable(
      'it has no host between @ and the database; write a Unix socket as %2Fvar%2Frun%2Fpostgresql',
    );
  }
  return parts;
}

function cutBefore(pattern: RegExp, text: string): [string, string] {
  const at = text.search(pattern);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

/** Whether a piece of the login has ended up in another part, or an escape stands for no character. */
function isConfused({ scheme, hosts, rest }: UrlParts): boolean {
  const [path, query] = cutBefore(/\?/, rest);
  const hasLogin = scheme.endsWith('@');
  // A database may have an @ in its name, but no / behind it.
  const strayLogin = hasLogin
    ? path.lastIndexOf('/') > path.indexOf('@') && path.includes('@')
    : path.includes('@') || (path === '' && query.includes('@') && !query.includes('='));
  return (
    strayLogin ||
    (scheme + hosts + rest).includes('#') ||
    ![scheme, hosts, path].every((part) => isDecodable(part))
  );
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

const hostWithPort = /^(?<host>\[[^\]]+\]|[^:]*)(?::(?<port>\d*))?$/;
const defaultPort = 5432;

/** Reads `host:port` or `host`. Throws for a port that is no port. */
export function readHost(text: string): { host: string; port: number } {
  const { host, port } = hostWithPort.exec(text)?.groups ?? {};
  const number = port ? Number(port) : defaultPort;
  if (host === undefined || number < 1 || number > 65_535) {
    throw unreadable(`a port must be a number from 1 to 65535; ${escaping}`);
  }
  return { host: decodeURIComponent(host.replaceAll(/^\[|\]$/g, '')), port: number };
}

/** Parses an address with a single host. */
export function parseUrl(url: string): URL {
  if (!URL.canParse(url)) throw unreadable(`a host has an invalid character; ${escaping}`);
  return new URL(url);
}
