import fc from 'fast-check';

/** Strings that have broken other services in a path, a query, a header or a member. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e400',
    '9007199254740993',
    '0x10',
    'NaN',
    'null',
    'true',
    '[object Object]',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    "' OR 1=1 --",
    '$1; DROP TABLE accounts',
    '${7*7}',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\r\nX-Injected: 1',
    '\u202e',
    'İ',
    'x'.repeat(65),
    'x'.repeat(3_000),
    '2026-02-30T00:00:00Z',
    '99999-01-01T00:00:00Z',
    '%00',
    '%ZZ',
    '.',
    '..',
    'auth0|7',
    'a+b',
    '05',
    '+5',
    '\u200b',
    '\u00a0',
    '2026-01-01T00:00:00 02:00',
    '*',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
);

/** JSON values that a member seldom expects. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    true,
    0,
    -0,
    -1,
    0.1,
    1e21,
    2 ** 53,
    [],
    [5],
    {},
    { a: { b: { c: { d: 1 } } } },
    { toString: 1 },
    [[[[[[]]]]]],
  ),
  oddText,
  fc.jsonValue({ maxDepth: 5 }),
);

/** Unknown member names, some of them special in JavaScript. */
export const oddName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'isAdmin',
    'userId',
    'balance',
    'amount ',
    '',
  ),
  fc.string(),
);

/** Changes to the text of a body that no JSON value can express. */
export const textDamages: Record<string, (text: string) => string | Buffer> = {
  empty: () => '',
  truncated: (text) => text.slice(0, Math.floor(text.length / 2)),
  'trailing comma': (text) => text.replace(/\}$/, ',}'),
  'two values': (text) => `${text}${text}`,
  'repeated member': (text) => text.replace(/^\{("[^"]*":)/, '{$11,$1'),
  'byte order mark': (text) => `\ufeff${text}`,
  'UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'not UTF-8': (text) =>
    Buffer.concat([Buffer.from(text.slice(0, 2)), Buffer.from([0xff, 0xfe]), Buffer.from('"')]),
  'bare text': () => 'amount=5&amount=6',
  'deep array': () => '['.repeat(5_000),
  'deep object': (text) => `{"metadata":${'{"a":'.repeat(200)}1${'}'.repeat(200)},${text.slice(1)}`,
  'number too exact': (text) => text.replace(/\d+/, '1.00000000000000000000001'),
  'number too large': (text) => text.replace(/\d+/, '1e999'),
  'too large': (text) => text + ' '.repeat(17 * 1_024),
  'escaped names': (text) =>
    text.replace(/"(\w)/, (_all, letter: string) => `"\\u00${letter.charCodeAt(0).toString(16)}`),
};
