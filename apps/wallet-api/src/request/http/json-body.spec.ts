import fc from 'fast-check';
import { ProblemError } from '../problems/problem.js';
import { parseJsonObject } from './json-body.js';

const codeOf = (bytes: unknown): string | undefined => {
  try {
    parseJsonObject(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
};

it('reads every JSON object as JSON.parse does', () => {
  const object = fc.dictionary(
    fc.string().filter((name) => !(name in Object.prototype) && name !== 'prototype'),
    fc.oneof(
      fc.string(),
      fc.double(),
      fc.array(fc.dictionary(fc.constantFrom('a:', '"b', '\\'), fc.string())),
    ),
  );
  fc.assert(
    fc.property(object, fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      expect(parseJsonObject(Buffer.from(text))).toEqual(JSON.parse(text));
    }),
  );
});

it.each([
  ['nothing', undefined],
  ['no bytes', Buffer.alloc(0)],
  ['a trailing comma', Buffer.from('{"amount": 1,}')],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['a repeated name', Buffer.from('{"amount": 1, "amount": 2}')],
  ['a repeated name deep inside', Buffer.from('{"a": [{"b": 1, "b": 1}]}')],
  ['the same name in two spellings', Buffer.from('{"amount": 1, "\\u0061mount": 2}')],
])('rejects %s as malformed', (_what, bytes) => {
  expect(codeOf(bytes)).toBe('malformed-json');
});

it.each([
  '[]',
  '"text"',
  '1',
  'null',
  'true',
  '{"__proto__": {}}',
  '{"toString": 1}',
  '{"a": {"constructor": {"prototype": {}}}}',
])('rejects %s', (text) => {
  expect(codeOf(Buffer.from(text))).toBe('validation-failed');
});

it('ignores colons and quotes inside strings', () => {
  expect(parseJsonObject(Buffer.from('{"a\\"b:": ":\\\\", "c": "\\":\\""}'))).toEqual({
    'a"b:': ':\\',
    c: '":"',
  });
});

it('survives nesting that would exhaust a recursive parser', () => {
  const deep = `{"metadata": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(codeOf(Buffer.from(deep))).toBe('validation-failed');
});

describe('a number', () => {
  it.each([
    '1.0',
    '1e2',
    '-0.5',
    '0.1',
    '1.10',
    '100e-2',
    '0.0',
    '-0',
    '1E+2',
    '123456789.000',
    '5e-324',
    '1e21',
  ])('is accepted as %s', (literal) => {
    expect(parseJsonObject(Buffer.from(`{"a": [${literal}]}`))).toEqual({ a: [Number(literal)] });
  });

  it.each(['1.0000000000000000001', '9007199254740990.9', '0.30000000000000000001', '1e-400', '123e-1000'])(
    'is rejected as %s, which JSON.parse would round',
    (literal) => {
      expect(codeOf(Buffer.from(`{"a": [${literal}]}`))).toBe('validation-failed');
    },
  );
});
