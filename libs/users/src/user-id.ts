/** The maximum length of a user id. */
export const maxUserIdLength = 64;

/**
 * The characters of a user id, at least one of which is not a dot: URL parsers remove the segments `.` and `..` from a path (RFC
 * 3986, section 5.2.4). Written without a lookahead, which many OpenAPI tools do not support. The database enforces the same rule
 * as a CHECK.
 */
export const userIdPattern = /^\.*[A-Za-z0-9_:@|+~!-][A-Za-z0-9._:@|+~!-]*$/;

/** Whether a text is a valid user id: 1 to 64 of the allowed characters, not only dots. */
export function isUserId(text: unknown): text is string {
  return typeof text === 'string' && text.length <= maxUserIdLength && userIdPattern.test(text);
}
