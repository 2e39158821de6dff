const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Reads an RFC 3339 time, or gives `undefined`. `Date.parse` alone would accept other notations, and roll
 * the 30th of February over into March.
 */
export function parseInstant(text: unknown): Date | undefined {
  const parts = typeof text === 'string' ? rfc3339.exec(text) : null;
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  const instant = new Date(parts[0].toUpperCase());
  // An offset can lead out of the years that RFC 3339 and PostgreSQL both can write.
  const utcYear = instant.getUTCFullYear();
  return utcYear >= 1 && utcYear <= 9999 ? instant : undefined;
}
