import { metadataFault } from './metadata.js';

const keys = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));

it.each([
  ['nothing', {}],
  ['fifty keys', keys(50)],
  ['three levels', { a: { b: { c: 1 } } }],
  ['an array as a level', { a: [{ b: 1 }] }],
  ['text, numbers, booleans and null', { a: 'é', b: -0.5, c: true, d: null, e: Number.MAX_SAFE_INTEGER }],
  ['4096 bytes', { a: 'x'.repeat(4096 - '{"a":""}'.length) }],
])('accepts %s', (_what, value) => {
  expect(metadataFault(value)).toBeUndefined();
});

it.each([
  ['an array', [], /JSON object/],
  ['a text', 'text', /JSON object/],
  ['null', null, /JSON object/],
  ['fifty-one keys', keys(51), /50 keys/],
  ['fifty-one keys on two levels', { ...keys(49), inner: keys(1), x: 1 }, /50 keys/],
  ['four levels', { a: { b: { c: {} } } }, /3 levels/],
  ['four levels of arrays', { a: [[[]]] }, /3 levels/],
  ['4097 bytes', { a: 'x'.repeat(4097 - '{"a":""}'.length) }, /4096 bytes/],
  ['4097 bytes that are fewer characters', { a: 'é'.repeat(2045) }, /4096 bytes/],
  ['NUL', { a: 'x\0' }, /NUL/],
  ['NUL in a name', { 'x\0': 1 }, /NUL/],
  ['half of a surrogate pair', { a: '\ud800' }, /surrogate/],
  ['an integer that JSON rounds', { a: 2 ** 53 }, /2\^53/],
  ['a number that is infinite', { a: Number.POSITIVE_INFINITY }, /2\^53/],
])('refuses %s', (_what, value, reason) => {
  expect(metadataFault(value)).toMatch(reason);
});
