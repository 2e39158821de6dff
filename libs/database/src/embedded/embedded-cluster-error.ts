import { types } from 'node:util';

/**
 * The embedded PostgreSQL cannot be used. The message is written for the operator: what happened, and
 * what to do about it.
 */
export class EmbeddedClusterError extends Error {
  override readonly name = 'EmbeddedClusterError';
}

/** The system error code (`ENOENT`, `EACCES`, …) of a failed file or process operation. */
export function systemErrorCode(error: unknown): string | undefined {
  // Not instanceof: in Jest's sandbox the errors of Node's own modules are of another realm's Error.
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** Turns "permission denied" of the file system into something the operator can act on; anything else stays as it is. */
export function explainFileError(error: unknown, dataDir: string): unknown {
  const code = systemErrorCode(error);
  if (!types.isNativeError(error) || code === undefined || !['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return error;
  }
  return new EmbeddedClusterError(
    `The embedded PostgreSQL cannot use the data folder ${dataDir}: ${error.message}. ` +
      'Start the service as the OS user that created this folder, or set DATA_DIR to a folder it may write to.',
    { cause: error },
  );
}
