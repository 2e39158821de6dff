/** The notation of RFC 3339; `parseInstant` also checks the calendar. */
export const instantPattern =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;

/** How an instant between two milliseconds is rounded. */
export type Rounding = 'up' | 'down';

/** The last millisecond of the year 9999, where the range of RFC 3339 ends. */
const lastInstantMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Parses an RFC 3339 time to whole milliseconds; `undefined` if it is malformed. `Date.parse` alone would accept other notations,
 * roll 30 February over into March, and always round down.
 *
 * Times are recorded to the millisecond, so rounding changes no answer if its direction fits the comparison: `up` for
 * `created_at >= instant` and `created_at < instant`, `down` for `created_at <= instant`.
 *
 * Rejects leap seconds (`:60`): neither the clock of the service nor that of PostgreSQL records them.
 */
export function parseInstant(text: unknown, round: Rounding): Date | undefined {
  const parts = typeof text === 'string' ? instantPattern.exec(text) : null;
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
  const [, , , , , , , fraction = '', offset = 'Z'] = parts;
  const wholeSecond = Date.parse(`${parts[0].slice(0, 19)}${offset}`.toUpperCase());
  // The offset can move the time out of the years 1 to 9999.
  const utcYear = new Date(wholeSecond).getUTCFullYear();
  if (!(utcYear >= 1 && utcYear <= 9999)) return undefined;
  return new Date(Math.min(wholeSecond + millisecondsOf(fraction, round), lastInstantMs));
}

/** The fraction of a second in whole milliseconds, from 0 to 1000. */
function millisecondsOf(fraction: string, round: Rounding): number {
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return round === 'up' && /[1-9]/.test(fraction.slice(3)) ? milliseconds + 1 : milliseconds;
}

const withoutPlus = /^(.{19,29}) (\d{2}:\d{2})$/;

/** Explains why a text is not a time. An unencoded `+` in a query arrives as a space. */
export function instantFault(text: unknown): string {
  const parts = typeof text === 'string' ? withoutPlus.exec(text) : null;
  return parts && parseInstant(`${parts[1] ?? ''}+${parts[2] ?? ''}`, 'down')
    ? 'has a space where its time zone begins: in a query, write the + as %2B'
    : 'must be a time such as 2026-01-31T12:00:00Z (RFC 3339)';
}
