const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const quotedCharset = /^"?utf-8"?$/i;
const qvalue = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** One element of an Accept header. */
interface MediaRange {
  type: string;
  subtype: string;
  /** 1 for a range that names a parameter, which makes it more specific. */
  parameters: number;
  q: number;
}

/**
 * The media type that a client likes best out of those that a route offers (RFC 9110, section 12.5.1); the first of them if it
 * does not care, `undefined` if it takes none. Everything offered is in UTF-8, so a range with any parameter but
 * `charset=utf-8` names something else. What is not a media range is skipped.
 *
 * The time is linear in the length of the header.
 */
export function preferredType<Offered extends string>(
  accept: string | undefined,
  offered: readonly [Offered, ...Offered[]],
): Offered | undefined {
  if (accept === undefined || accept.trim() === '') return offered[0];
  const ranges = split(accept, ',').flatMap((element) => parseRange(element) ?? []);
  let best: Offered | undefined;
  let bestQ = 0;
  for (const each of offered) {
    const q = qualityOf(each, ranges);
    if (q > bestQ) [best, bestQ] = [each, q];
  }
  return best;
}

/** The weight in the most specific range that matches; of two that are alike, the higher one. */
function qualityOf(mediaType: string, ranges: readonly MediaRange[]): number {
  const [type, subtype] = mediaType.split('/');
  let found = { specificity: -1, q: 0 };
  for (const range of ranges) {
    const matches =
      (range.type === '*' || range.type === type) && (range.subtype === '*' || range.subtype === subtype);
    if (!matches) continue;
    const specificity = (range.type === '*' ? 0 : 2) + (range.subtype === '*' ? 0 : 2) + range.parameters;
    if (specificity > found.specificity || (specificity === found.specificity && range.q > found.q)) {
      found = { specificity, q: range.q };
    }
  }
  return found.q;
}

function parseRange(element: string): MediaRange | undefined {
  const [name = '', ...parameters] = split(element, ';').map((part) => part.trim());
  const [type = '', subtype = '', ...more] = name.toLowerCase().split('/');
  if (!token.test(type) || !token.test(subtype) || more.length > 0) return undefined;
  if (type === '*' && subtype !== '*') return undefined;
  const range: MediaRange = { type, subtype, parameters: 0, q: 1 };
  for (const parameter of parameters) {
    if (parameter === '') continue;
    const equals = parameter.indexOf('=');
    const value = parameter.slice(equals + 1);
    const key = parameter.slice(0, equals).toLowerCase();
    if (key === 'q' && qvalue.test(value)) range.q = Number(value);
    else if (key === 'charset' && quotedCharset.test(value)) range.parameters = 1;
    else return undefined;
  }
  return range;
}

/** Splits at a separator that does not stand in a quoted string (RFC 9110, section 5.6.4). */
function split(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\' && isQuoted) at++;
    else if (character === separator && !isQuoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
