import { type ProblemError } from '../problems/problem.js';
import { idempotencyKeyOf } from './idempotency-key.js';

const read = (...values: string[]) =>
  idempotencyKeyOf({ rawHeaders: values.flatMap((value) => ['Idempotency-Key', value]) });

const codeOf = (...values: string[]): string => {
  try {
    read(...values);
    return 'accepted';
  } catch (error) {
    return (error as ProblemError).code;
  }
};

it('reads the bare and the quoted form as the same key', () => {
  expect(read('order-17')).toBe('order-17');
  expect(read('"order-17"')).toBe('order-17');
  expect(read('"a\\"b\\\\c"')).toBe('a"b\\c');
});

it('accepts 255 characters and refuses 256', () => {
  expect(codeOf('k'.repeat(255))).toBe('accepted');
  expect(codeOf(`"${'k'.repeat(255)}"`)).toBe('accepted');
  expect(codeOf('k'.repeat(256))).toBe('idempotency-key-invalid');
});

it('reports a missing header', () => {
  expect(codeOf()).toBe('idempotency-key-missing');
});

it.each([
  ['an empty value', ['']],
  ['an empty quoted value', ['""']],
  ['a space inside', ['a b']],
  ['a space inside quotes', ['"a b"']],
  ['bytes beyond ASCII', ['schl\u00fcssel']],
  ['a control character', ['a\u0007b']],
  ['two headers', ['a', 'b']],
  ['the same header twice', ['a', 'a']],
])('refuses %s', (_what, values) => {
  expect(codeOf(...values)).toBe('idempotency-key-invalid');
});
