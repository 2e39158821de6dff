/** Not only dots: a URL cannot carry the path segments `.` and `..`. */
const pattern = `^\\.*[A-Za-z0-9_:@|+~!-][A-Za-z0-9._:@|+~!-]*$`;

/** The SQL condition that a column holds a valid user id. */
export function isUserId(column: string): string {
  return `(${column} ~ '${pattern}' AND char_length(${column}) <= 64)`;
}
