/** An error that is safe to log. */
export interface LoggableError {
  type: string;
  message: string;
  stack: string;
  cause?: LoggableError;
  aggregateErrors?: LoggableError[];
  [member: string]: unknown;
}

/**
 * An allow-list, because an error may carry anything. PostgreSQL's fields (documentation, 54.8 Error and Notice Message Fields)
 * locate the fault, but its `detail` and `where` quote rows and parameters, as do TypeORM's `parameters` and `driverError`. The
 * `input` of an invalid URL is DATABASE_URL with its password.
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

const maxCauses = 5;

/** The only form in which errors are logged: without quoted rows, parameters, headers or URLs. */
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
  // Our statements use placeholders for values; literals are masked all the same.
  const { query } = members;
  if (typeof query === 'string') found['query'] = safeText(query.replaceAll(/'[^']*'/g, `'…'`));
  if (depth >= maxCauses) return found;
  if (members['cause'] instanceof Error) found.cause = loggableError(members['cause'], depth + 1);
  if (source instanceof AggregateError) {
    found.aggregateErrors = source.errors.slice(0, maxCauses).map((each) => loggableError(each, depth + 1));
  }
  return found;
}

/**
 * The message of an error without secrets. PostgreSQL quotes the value in class 22, data exceptions (documentation, Appendix
 * A): `invalid input syntax for type uuid: "…"`.
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

/** Up to the last quote, because the value may contain quotes. */
function withoutQuoted(message: string): string {
  const first = message.indexOf('"');
  return first === -1
    ? message
    : `${message.slice(0, first)}"…"${message.slice(message.lastIndexOf('"') + 1)}`;
}

/** The frames of a stack, without the message before them. */
function framesOf(stack: unknown): string {
  if (typeof stack !== 'string') return '';
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return frames.map((frame) => `\n${frame}`).join('');
}

/** Patterns of recognisable secrets, with their replacements. */
const secrets: readonly [pattern: RegExp, replacement: string][] = [
  // Credentials in a URL, such as DATABASE_URL.
  [/\/\/[^\s/@]*@/g, '//…@'],
  [/\bBearer +[\w.~+/=-]+/gi, 'Bearer …'],
  [/\bwk_[\w-]+/g, 'wk_…'],
  // Player tokens: a JSON object in base64url (RFC 7519).
  [/\beyJ[\w.-]+/g, 'eyJ…'],
  [/\$scrypt\$[^\s"')]*/g, '$scrypt$…'],
];

/** Masks recognisable secrets in a text for the log or a terminal. */
export function safeText(text: string): string {
  return secrets.reduce((safe, [pattern, replacement]) => safe.replace(pattern, replacement), text);
}
