import { MetricsListenError } from '../../metrics/metrics-server.js';
import { safeMessage } from '../../request/logging/loggable-error.js';
import { AddressError } from '../database/reach-database.js';
import { adviceFor, type Failure } from './advice.js';

/** Advice for errors when opening the port. The same codes mean something else for the database. */
const adviceForListening: Record<string, string> = {
  EADDRINUSE: 'the port is taken: stop the process that listens on it, or set PORT to another one',
  EACCES: 'the process may not listen on this port: set PORT to 1024 or above',
  EADDRNOTAVAIL: 'this machine does not have that address: set HOST to one of its addresses',
  EAFNOSUPPORT: 'this machine has no address of that kind: set HOST to one of its addresses',
  EINVAL: 'the address is incomplete: set HOST to an address of this machine',
  ENOTFOUND: 'HOST does not exist: set it to an address of this machine, without a port',
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
  if (error instanceof ListenError) {
    return adviseOn(error.cause, ({ code }) => adviceForListening[code]);
  }
  if (error instanceof MetricsListenError) {
    return adviseOn(error.cause, ({ code }) => adviceForMetrics[code]);
  }
  if (error instanceof AddressError) {
    const { variable, authority, cause } = error;
    // Advice and messages speak of the address that most commands use.
    return adviseOn(cause, (failure) => adviceFor({ ...failure, authority })).replace(
      /(?<!_)DATABASE_URL/g,
      variable,
    );
  }
  return adviseOn(error, adviceFor);
}

function adviseOn(error: unknown, adviceOn: (failure: Failure) => string | undefined): string {
  if (!(error instanceof Error)) return safeMessage(error);
  // Node combines the failures of all addresses of a host, and leaves the message empty.
  const message =
    safeMessage(error) ||
    (error instanceof AggregateError ? adviseOn(error.errors[0], () => undefined) : error.name);
  const code = 'code' in error ? String(error.code) : error.message;
  const syscall = 'syscall' in error ? String(error.syscall) : undefined;
  const advice = adviceOn({ code, message, syscall, authority: undefined });
  const hint = 'hint' in error && typeof error.hint === 'string' ? ` (${error.hint})` : '';
  return (advice === undefined ? `${message}${hint}` : `${advice}; ${message}${hint}`).trim();
}
