import { safeText } from './safe-text.js';

/** An error as the log and the terminal may have it. */
export interface LoggableError {
  type: string;
  message: string;
  stack: string;
  cause?: LoggableError;
  aggregateErrors?: LoggableError[];
  [member: string]: unknown;
}

/**
 * The members that are kept, by name: an error may carry anything. Those of PostgreSQL (documentation, 54.8 Error and Notice
 * Message Fields) say where it went wrong; its `detail` and `where` quote rows and parameters, and so do the `parameters` and
 * the `driverError` of TypeORM. The `input` of an invalid URL is DATABASE_URL with its password.
 */
const keptMembers = [
  'code',
  'errno',
  'syscall',
  'address',
  'port',
  'statusCode',
  'severity',
  'hint',
  'position',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'routine',
] as const;

const mostCauses = 5;

/** The one form in which an error is written down: without what it quotes of rows, parameters, headers and addresses. */
export function loggableError(error: unknown, depth = 0): LoggableError {
  const source: object = error instanceof Error ? error : new Error(String(error));
  const members = source as Record<string, unknown>;
  const type = source.constructor.name;
  const message = safeMessage(error);
  const found: LoggableError = { type, message, stack: `${type}: ${message}${framesOf(members['stack'])}` };
  for (const name of keptMembers) {
    const value = members[name];
    if (typeof value === 'string') found[name] = safeText(value);
    else if (typeof value === 'number') found[name] = value;
  }
  // The statements of the service have placeholders for their values; whatever stands in quotes is left out all the same.
  const { query } = members;
  if (typeof query === 'string') found['query'] = safeText(query.replaceAll(/'[^']*'/g, `'…'`));
  if (depth >= mostCauses) return found;
  if (members['cause'] instanceof Error) found.cause = loggableError(members['cause'], depth + 1);
  if (source instanceof AggregateError) {
    found.aggregateErrors = source.errors.slice(0, mostCauses).map((each) => loggableError(each, depth + 1));
  }
  return found;
}

/**
 * The message of an error. PostgreSQL quotes the value in those of class 22, data exceptions (documentation, Appendix A):
 * `invalid input syntax for type uuid: "…"`.
 */
export function safeMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return safeText(isDataException(error) ? withoutQuoted(message) : message);
}

function isDataException(error: unknown): boolean {
  return (
    error instanceof Error && 'severity' in error && 'code' in error && String(error.code).startsWith('22')
  );
}

/** Up to the last quote: a value may have quotes itself. */
function withoutQuoted(message: string): string {
  const first = message.indexOf('"');
  return first === -1
    ? message
    : `${message.slice(0, first)}"…"${message.slice(message.lastIndexOf('"') + 1)}`;
}

/** The lines of a stack that name a place; those before them repeat the message. */
function framesOf(stack: unknown): string {
  if (typeof stack !== 'string') return '';
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return frames.map((frame) => `\n${frame}`).join('');
}
