import { MetricsListenError } from '../../metrics/metrics-server.js';
import { safeMessage } from '../../request/logging/loggable-error.js';

const notTrusted =
  'the certificate of the database is not from a trusted authority: add the certificate of its authority to DATABASE_URL, as &sslrootcert=/path/to/ca.pem';

/** Advice for errors of the system, of TLS and of PostgreSQL, by code, or by message if they have none. */
const advice: Record<string, string> = {
  ECONNREFUSED: 'the database cannot be reached: check DATABASE_URL, and that PostgreSQL is running there',
  ENOTFOUND: 'the host of the database does not exist: check DATABASE_URL',
  EAI_AGAIN: 'the host name of the database cannot be resolved: check DATABASE_URL and the network',
  ETIMEDOUT: 'the database does not answer: check DATABASE_URL and the network',
  '28P01': 'the database refuses the password: check DATABASE_URL',
  '28000':
    'the database refuses the login: check DATABASE_URL, and add sslmode=verify-full if the database requires TLS',
  '3D000': 'the database does not exist: create it, or check DATABASE_URL',
  '42501':
    'the login lacks a right in the database: grant the service its rights with `npm run migrate -- --service-login NAME`, and set MIGRATION_DATABASE_URL for commands that need the owner of the tables',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notTrusted,
  SELF_SIGNED_CERT_IN_CHAIN: notTrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: notTrusted,
  CERT_SIGNATURE_FAILURE: notTrusted,
  CERT_HAS_EXPIRED: 'the certificate of the database has expired: renew it there',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'the certificate of the database is for another host: use the host name of the certificate in DATABASE_URL',
  'The server does not support SSL connections':
    'the database offers no TLS: switch it on there, or leave sslmode and sslrootcert out of DATABASE_URL',
};

/** Advice for errors when opening the port. The same codes mean something else for the database. */
const adviceForListening: Record<string, string> = {
  EADDRINUSE: 'the port is taken: stop the process that listens on it, or set PORT to another one',
  EACCES: 'the process may not listen on this port: set PORT to 1024 or above',
  EADDRNOTAVAIL: 'this machine does not have that address: set HOST to one of its addresses',
  ENOTFOUND: 'HOST does not exist: set it to an address of this machine',
  EAI_AGAIN: 'HOST cannot be resolved: set it to an address of this machine',
};

/** The same for the port of the metrics. */
const adviceForMetrics: Record<string, string> = {
  EADDRINUSE:
    'the port of the metrics is taken: stop the process that listens on it, or set METRICS_PORT to another one',
  EACCES: 'the process may not listen on the port of the metrics: set METRICS_PORT to 1024 or above',
  EADDRNOTAVAIL: 'this machine does not have that address: set METRICS_HOST to one of its addresses',
  ENOTFOUND: 'METRICS_HOST does not exist: set it to an address of this machine',
  EAI_AGAIN: 'METRICS_HOST cannot be resolved: set it to an address of this machine',
};

/** The service could not open its port. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Explains an error in one line, with advice if there is any. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return safeMessage(error);
  if (error instanceof ListenError) return adviseOn(error.cause, adviceForListening);
  if (error instanceof MetricsListenError) return adviseOn(error.cause, adviceForMetrics);
  return adviseOn(error, advice);
}

function adviseOn(error: unknown, advice: Record<string, string>): string {
  if (!(error instanceof Error)) return safeMessage(error);
  const code = 'code' in error ? String(error.code) : error.message;
  // Node combines the failures of all addresses of a host, and leaves the message empty.
  const message =
    safeMessage(error) || (error instanceof AggregateError ? explain(error.errors[0]) : error.name);
  const hint = 'hint' in error && typeof error.hint === 'string' ? ` (${error.hint})` : '';
  return (advice[code] ? `${advice[code]}; ${message}${hint}` : `${message}${hint}`).trim();
}
