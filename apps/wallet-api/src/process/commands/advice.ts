/** What an error says about itself. */
export interface Failure {
  code: string;
  /** The server's, or the driver's if it has no code. */
  message: string;
  /** The system call that failed. */
  syscall: string | undefined;
  /** The file that `sslrootcert` names. */
  authority: string | undefined;
}

type Advice = string | ((failure: Failure) => string);

const connection = 'the database cannot be reached: check host and port in DATABASE_URL';

/** The certificate may be signed by another authority than the one given, or none may be given. */
function notTrusted({ authority }: Failure): string {
  const what = 'the certificate of the database is not from a trusted authority';
  return authority === undefined
    ? `${what}: add the certificate of its authority to DATABASE_URL, as &sslrootcert=/path/to/ca.pem`
    : `${what}: sslrootcert=${authority} in DATABASE_URL holds another one; put the authority that signed the certificate of the database into that file`;
}

/** PostgreSQL has one code for every reason to refuse a login, and names the reason only in the message. */
function loginRefused({ message }: Failure): string {
  if (message.includes('is not permitted to log in')) {
    return 'DATABASE_URL names a role without the right to log in: let an administrator run ALTER ROLE … LOGIN for it, or use another login';
  }
  if (message.includes('no PostgreSQL user name') || message.includes('does not exist')) {
    return 'the login does not exist: name one in DATABASE_URL, as postgres://LOGIN:PASSWORD@host/database';
  }
  if (message.includes('no encryption')) {
    return 'the database refuses the login without TLS: add sslmode=verify-full to DATABASE_URL if the database requires TLS, else let an administrator allow this login and address in pg_hba.conf';
  }
  if (message.includes('pg_hba.conf')) {
    return 'the database refuses the login: let an administrator allow this login, database and address in pg_hba.conf';
  }
  return 'the database refuses the login: check DATABASE_URL';
}

function rightMissing({ message }: Failure): string {
  const [, database] = /^permission denied for database "?([^"]*)"?$/.exec(message) ?? [];
  return database === undefined
    ? 'the login lacks a right in the database: grant the service its rights with `npm run migrate -- --service-login NAME`, and set MIGRATION_DATABASE_URL for commands that need the owner of the tables'
    : `the login may not connect: let the owner of the database run GRANT CONNECT ON DATABASE "${database}" TO the login of DATABASE_URL, or run \`npm run migrate -- --service-login NAME\``;
}

/** A file that the address names, or a Unix socket, is missing or closed to this user. */
function fileUnusable({ syscall, message }: Failure): string {
  if (syscall === 'connect') return `${connection}; no PostgreSQL listens on that socket`;
  return syscall === 'open' || syscall === 'read'
    ? 'a file cannot be read: check sslrootcert, sslcert and sslkey in DATABASE_URL'
    : message;
}

const noSetting = 'options in DATABASE_URL name a setting that this PostgreSQL refuses: correct or remove it';
const noSlots =
  'the database has no free connection for this login: stop what holds them, or let an administrator raise max_connections or the CONNECTION LIMIT of the login or the database';

/** Advice for errors of the system, of TLS and of PostgreSQL, by code, or by message if they have none. */
export const databaseAdvice: Readonly<Record<string, Advice>> = {
  ECONNREFUSED: `${connection}, and that PostgreSQL is running there`,
  EADDRNOTAVAIL: connection,
  EHOSTUNREACH: `${connection}, and the network`,
  ENETUNREACH: `${connection}, and the network`,
  ECONNRESET: `${connection}; what listens there closed the connection`,
  EPIPE: `${connection}; what listens there closed the connection`,
  'Connection terminated unexpectedly': `${connection}; what listens there closed the connection`,
  ENOTFOUND: 'the host of the database does not exist: check DATABASE_URL',
  EAI_AGAIN: 'the host name of the database cannot be resolved: check DATABASE_URL and the network',
  ETIMEDOUT: 'the database does not answer: check DATABASE_URL and the network',
  'timeout expired': 'the database does not answer: check host and port in DATABASE_URL, and the network',
  'Connection terminated due to connection timeout':
    'the database does not answer: check host and port in DATABASE_URL, and the network',
  'timeout exceeded when trying to connect':
    'no connection was free in time: if a pooler is in front of the database, raise its default_pool_size to what all instances may open, or lower DATABASE_POOL and REPORTS_POOL',
  ENOENT: fileUnusable,
  EACCES: fileUnusable,
  EISDIR: fileUnusable,
  '28P01': 'the database refuses the password: check login and password in DATABASE_URL',
  'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string':
    'the database asks for a password: add it to DATABASE_URL, as postgres://LOGIN:PASSWORD@host/database',
  'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string':
    'the database asks for a password: add it to DATABASE_URL, as postgres://LOGIN:PASSWORD@host/database',
  '28000': loginRefused,
  '3D000': 'the database does not exist: create it, or check its name in DATABASE_URL',
  '42501': rightMissing,
  '42704': noSetting,
  '22023': noSetting,
  '53300': noSlots,
  '55000':
    'the database accepts no connections: let an administrator run ALTER DATABASE … ALLOW_CONNECTIONS true, or check its name in DATABASE_URL',
  '57P03': 'the database is starting or recovering: try again once it accepts connections',
  '25006':
    'the database is read-only: name the primary in DATABASE_URL, or all hosts with target_session_attrs=read-write',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notTrusted,
  SELF_SIGNED_CERT_IN_CHAIN: notTrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: notTrusted,
  CERT_SIGNATURE_FAILURE: notTrusted,
  CERT_HAS_EXPIRED: 'the certificate of the database has expired: renew it there',
  CERT_NOT_YET_VALID: 'the certificate of the database is not valid yet: check the clocks of both machines',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'the certificate of the database is for another host: use the host name of the certificate in DATABASE_URL',
  'The server does not support SSL connections':
    'the database offers no TLS: switch it on there, or leave sslmode and sslrootcert out of DATABASE_URL',
};

const badTlsFile =
  'a TLS file is damaged, or key and certificate do not belong together: check sslrootcert, sslcert and sslkey in DATABASE_URL';

export function adviceFor(failure: Failure): string | undefined {
  const advice = databaseAdvice[failure.code] ?? (/^ERR_OSSL_/.test(failure.code) ? badTlsFile : undefined);
  return typeof advice === 'function' ? advice(failure) : advice;
}
