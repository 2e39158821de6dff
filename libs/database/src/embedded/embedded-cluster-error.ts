import { types } from 'node:util';

/** The embedded PostgreSQL cannot be used. The message tells the operator what happened and what to do. */
export class EmbeddedClusterError extends Error {
  override readonly name = 'EmbeddedClusterError';
}

/** The system error code (`ENOENT`, `EACCES`, …) of a failed file or process operation. */
export function systemErrorCode(error: unknown): string | undefined {
  // Not instanceof: in Jest's sandbox, Node's errors come from another realm.
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

const wrongUser =
  'Start the service as the OS user that created this folder, or set DATA_DIR to a folder it may write to.';
const notAFolder = 'Something on this path is not a folder: set DATA_DIR to another one.';

/** Advice on file system errors, by code. */
const advice: Record<string, string> = {
  EACCES: wrongUser,
  EPERM: wrongUser,
  EROFS: wrongUser,
  EEXIST: notAFolder,
  ENOTDIR: notAFolder,
  ELOOP: notAFolder,
  ENAMETOOLONG: 'Set DATA_DIR to a shorter path.',
  ENOSPC: 'The disk is full: make room, or set DATA_DIR to a folder on another one.',
  EDQUOT: 'The disk quota is used up: make room, or set DATA_DIR to a folder on another disk.',
};

/** No folder can be made there, as in /proc. A program that is missing has the same code. */
const noFolders = 'No files can be kept there: set DATA_DIR to a folder on a disk.';

function adviceOn(error: unknown): string | undefined {
  const code = systemErrorCode(error);
  const isMissing =
    types.isNativeError(error) && 'syscall' in error && /^(mkdir|open)$/.test(String(error.syscall));
  return code === 'ENOENT' ? (isMissing ? noFolders : undefined) : advice[code ?? ''];
}

/** Turns a file system error into one the operator can act on; returns any other unchanged. */
export function explainFileError(error: unknown, dataDir: string): unknown {
  const whatToDo = adviceOn(error);
  if (!types.isNativeError(error) || whatToDo === undefined) return error;
  return new EmbeddedClusterError(
    `The embedded PostgreSQL cannot use the data folder ${dataDir}: ${error.message}. ${whatToDo}`,
    { cause: error },
  );
}
