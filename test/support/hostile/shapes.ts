/** A hostile string of about this many bytes. */
export type Shape = (bytes: number) => string;

const fill =
  (unit: string, before = '', after = ''): Shape =>
  (bytes) =>
    before + unit.repeat(Math.floor((bytes - before.length - after.length) / unit.length)) + after;

/** A list of numbered members `"name":value`. */
const members =
  (name: (index: number) => string, before: string, after: string): Shape =>
  (bytes) => {
    const found: string[] = [];
    for (let index = 0, length = before.length + after.length; ; index++) {
      const member = `"${name(index)}":1`;
      length += member.length + 1;
      if (length > bytes) return before + found.join(',') + after;
      found.push(member);
    }
  };

const nested = (open: string, close: string, before: string, after: string): Shape => {
  return (bytes) => {
    const levels = Math.floor((bytes - before.length - after.length) / (open.length + close.length));
    return before + open.repeat(levels) + close.repeat(levels) + after;
  };
};

/** Bodies: JSON that is valid up to its end. No route may accept any. */
export const bodyShapes: Record<string, Shape> = {
  'zeros in a fraction': fill('0', '{"amount":1.', '1}'),
  'digits in a fraction': fill('3', '{"amount":0.', '}'),
  'digits of an integer': fill('7', '{"amount":', '}'),
  'zeros in an exponent': fill('0', '{"amount":1e', '1}'),
  'digits of a negative exponent': fill('9', '{"amount":1e-', '}'),
  'zeros in a fraction with an exponent': fill('0', '{"amount":1.', '1e5}'),
  'many fractions': fill('0.25,', '{"amount":[', '1]}'),
  'many exponents': fill('1e5,', '{"amount":[', '1]}'),
  'nested arrays': nested('[', ']', '{"metadata":', '}'),
  'nested objects': nested('{"a":', '}', '{"amount":1,"metadata":', '}'),
  'open brackets': fill('[', '{"metadata":'),
  'unknown members': members((index) => `m${index}`, '{', '}'),
  'unknown members named by numbers': members((index) => String(index * 65_536), '{', '}'),
  'one member many times': members(() => 'amount', '{', '}'),
  'members of metadata': members((index) => `m${index}`, '{"amount":1,"metadata":{', '}}'),
  'objects in metadata': fill('{"a":1},', '{"amount":1,"metadata":{"a":[', '{}]}}'),
  'empty texts in metadata': fill('"",', '{"amount":1,"metadata":{"a":[', '""]}}'),
  'one name of a member': fill('n', '{"', '":1}'),
  'tildes and slashes in a name': fill('~/', '{"', '":1}'),
  'a long text': fill('x', '{"amount":1,"reference":"', '"}'),
  'a text of escaped quotes': fill('\\"', '{"amount":1,"reference":"', '"}'),
  'a text of backslashes': fill('\\\\', '{"amount":1,"description":"', '"}'),
  'a text of unicode escapes': fill('\\u0061', '{"amount":1,"reference":"', '"}'),
  'a text of surrogates': fill('😀', '{"amount":1,"reference":"', '"}'),
  'a text without its end': fill('\\"', '{"amount":1,"reference":"'),
  'colons in a text': fill(':', '{"amount":1,"reference":"', '"}'),
  spaces: fill(' ', '{"amount":', '}'),
  'spaces behind the end': fill(' ', '{"amount":0}', 'x'),
  'members of a user': members((index) => `m${index}`, '{"userId":"a b","password":"1","metadata":{', '}}'),
};

/** Valid content of an address or a header: no control characters, no spaces at the ends. */
export const textShapes: Record<string, Shape> = {
  letters: fill('a'),
  digits: fill('9'),
  zeros: fill('0', '', '1'),
  percents: fill('%41'),
  'escaped slashes': fill('%2F..'),
  dots: fill('.'),
  dashes: fill('-'),
  colons: fill('a:', '::'),
};

export const queryShapes: Record<string, Shape> = {
  'a long limit': fill('9', '?limit='),
  'zeros in a limit': fill('0', '?limit=', '1'),
  'a long time': fill('0', '?from=2026-01-31T12:00:00.', 'Z'),
  'a long cursor': fill('a-', '?startingAfter='),
  'percents in a cursor': fill('%25', '?startingAfter='),
  'plus signs': fill('+', '?reference='),
  'one parameter many times': fill('limit=1&', '?'),
  'unknown parameters': (bytes) => {
    let query = '?';
    for (let index = 0; query.length < bytes - 8; index++) query += `m${index}=&`;
    return query;
  },
  ampersands: fill('&', '?'),
  'equals signs': fill('=', '?a'),
  'question marks': fill('?', '?'),
};

export const headerShapes: Record<string, Shape> = {
  ...textShapes,
  spaces: fill(' ', 'a', 'b'),
  commas: fill(',', 'a', 'b'),
  'a list': fill('a, ', '', 'a'),
  'a list with weights': fill('a;q=0.1, ', '', 'b'),
  'media ranges': fill('a/b;q=0.1, ', '', '*/*'),
  semicolons: fill('; ', 'a', 'b'),
  parameters: fill(';a=b', 'a'),
  'charset without a value': fill('charset ', '', 'x'),
  quotes: fill('"', 'a'),
  'escaped quotes': fill('\\"', '"'),
  'open quotes': fill(';a="\\', 'a'),
  'equals signs': fill('=', 'a'),
  tags: fill('W/"a", ', '', '"b"'),
  ranges: fill('0-0,', '', '0-0'),
  addresses: fill('10.0.0.1, ', '', '10.0.0.1'),
  'addresses of IPv6': fill('::ffff:', '', '1'),
  stars: fill('*', 'a', 'b'),
  slashes: fill('/', 'a'),
};

/** Headers that the service, Fastify or Node reads, with the prefix that makes them read it. */
export const headers: Record<string, string> = {
  accept: '',
  'accept-encoding': '',
  'accept-language': '',
  'access-control-request-headers': '',
  authorization: 'Bearer ',
  'content-encoding': '',
  'content-type': 'application/json; ',
  cookie: '',
  forwarded: '',
  'idempotency-key': '"',
  'if-match': '',
  'if-modified-since': '',
  'if-none-match': '',
  'if-range': '',
  origin: '',
  prefer: '',
  range: 'bytes=',
  referer: '',
  'user-agent': '',
  'x-forwarded-for': '',
  'x-forwarded-host': '',
  'x-forwarded-proto': '',
  'x-request-id': '',
};
