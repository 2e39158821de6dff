/** Secrets that can be recognised by their form, and what replaces them. */
const secrets: readonly [pattern: RegExp, replacement: string][] = [
  // Credentials in a URL, such as DATABASE_URL.
  [/\/\/[^\s/@]*@/g, '//…@'],
  [/\bBearer +[\w.~+/=-]+/gi, 'Bearer …'],
  [/\bwk_[\w-]+/g, 'wk_…'],
  // Tokens of players: a JSON object in base64url (RFC 7519).
  [/\beyJ[\w.-]+/g, 'eyJ…'],
  [/\$scrypt\$[^\s"')]*/g, '$scrypt$…'],
];

/** Masks recognisable secrets in a text for the log or a terminal. */
export function safeText(text: string): string {
  return secrets.reduce((safe, [pattern, replacement]) => safe.replace(pattern, replacement), text);
}
