/** Not dots alone: a URL cannot carry the path segments `.` and `..`. */
const pattern = `^\\.*[A-Za-z0-9_:@|+~!-][A-Za-z0-9._:@|+~!-]*$`;

/** The condition under which a column holds the id of a user, which a URL can carry. */
export function isUserId(column: string): string {
  return `(${column} ~ '${pattern}' AND char_length(${column}) <= 64)`;
}
