import type { FastifyReply } from 'fastify';

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const quotedCharset = /^"?utf-8"?$/i;
const qvalue = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** One element of an Accept header. */
interface MediaRange {
  type: string;
  subtype: string;
  /** 1 if the range names a parameter, which makes it more specific. */
  parameters: number;
  q: number;
}

/**
 * Chooses the offered media type that the client prefers (RFC 9110, section 12.5.1): the first one if it has no preference,
 * `undefined` if it accepts none. Everything offered is UTF-8, so a range with any parameter but `charset=utf-8` matches nothing.
 * Malformed ranges are skipped.
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

/** The weight of the most specific matching range; of equally specific ranges, the higher weight. */
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

/** Splits at separators outside quoted strings (RFC 9110, section 5.6.4). */
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

/** Tells caches that the answer depends on this request header too (RFC 9110, section 12.5.5). */
export function addVary(reply: FastifyReply, header: string): void {
  const before = reply.getHeader('vary');
  void reply.header('vary', before === undefined ? header : `${String(before)}, ${header}`);
}
