/** What must not be read in a log or on a terminal, wherever it stands in a text. */
const secrets: readonly [pattern: RegExp, replacement: string][] = [
  // The user and password of an address, such as DATABASE_URL.
  [/\/\/[^\s/@]*@/g, '//…@'],
  [/\bBearer +[\w.~+/=-]+/gi, 'Bearer …'],
  [/\bwk_[\w-]+/g, 'wk_…'],
  // Tokens of players: a JSON object in base64url (RFC 7519).
  [/\beyJ[\w.-]+/g, 'eyJ…'],
  [/\$scrypt\$[^\s"')]*/g, '$scrypt$…'],
];

/** A text without the secrets that can be told by their form. */
export function safeText(text: string): string {
  return secrets.reduce((safe, [pattern, replacement]) => safe.replace(pattern, replacement), text);
}
