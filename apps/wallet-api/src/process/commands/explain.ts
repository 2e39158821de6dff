import { safeMessage } from '../../request/logging/loggable-error.js';

const notTrusted =
  'the database cannot prove who it is: its certificate is not by an authority that is trusted here: add the file of its authority to DATABASE_URL, as &sslrootcert=/path/to/ca.pem';

/** What an operator can do about errors of the system, of TLS and of PostgreSQL, by their code, or their words where they have none. */
const advice: Record<string, string> = {
  ECONNREFUSED: 'the database cannot be reached: check DATABASE_URL, and that PostgreSQL is running there',
  ENOTFOUND: 'the host of the database is not known: check DATABASE_URL',
  EAI_AGAIN: 'the host of the database cannot be looked up: check DATABASE_URL and the network',
  ETIMEDOUT: 'the database does not answer: check DATABASE_URL and the network',
  '28P01': 'the database refuses the password: check DATABASE_URL',
  '28000':
    'the database refuses the login: check DATABASE_URL; where it demands TLS, with sslmode=verify-full',
  '3D000': 'the database does not exist: create it, or check DATABASE_URL',
  '42501':
    'the login lacks a right in the database: `npm run migrate -- --service-login NAME` gives the service its rights, and commands that write as the owner of the tables use MIGRATION_DATABASE_URL',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notTrusted,
  SELF_SIGNED_CERT_IN_CHAIN: notTrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: notTrusted,
  CERT_SIGNATURE_FAILURE: notTrusted,
  CERT_HAS_EXPIRED: 'the certificate of the database has expired: renew it there',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'the database cannot prove who it is: its certificate is for another host: write the host in DATABASE_URL as it stands in the certificate',
  'The server does not support SSL connections':
    'the database offers no TLS: switch it on there, or leave sslmode and sslrootcert out of DATABASE_URL',
};

/** Advice for errors when opening the port. The same codes mean something else for the database. */
const adviceForListening: Record<string, string> = {
  EADDRINUSE: 'the port is taken: stop what listens there, or set PORT to another one',
  EACCES: 'this address needs rights that the process does not have: set PORT to 1024 or above',
  EADDRNOTAVAIL: 'this machine does not have that address: set HOST to one that it has',
  ENOTFOUND: 'HOST is not known here: set it to an address of this machine',
  EAI_AGAIN: 'HOST cannot be looked up: set it to an address of this machine',
};

/** The service cannot open its port. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** One line that tells an operator what is wrong and, where it is known, what to do. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return safeMessage(error);
  if (error instanceof ListenError) return adviseOn(error.cause, adviceForListening);
  return adviseOn(error, advice);
}

function adviseOn(error: unknown, advice: Record<string, string>): string {
  if (!(error instanceof Error)) return safeMessage(error);
  const code = 'code' in error ? String(error.code) : error.message;
  // Node gathers the failures of several addresses of one host, and leaves the message empty.
  const message =
    safeMessage(error) || (error instanceof AggregateError ? explain(error.errors[0]) : error.name);
  const hint = 'hint' in error && typeof error.hint === 'string' ? ` (${error.hint})` : '';
  return (advice[code] ? `${advice[code]}; ${message}${hint}` : `${message}${hint}`).trim();
}
