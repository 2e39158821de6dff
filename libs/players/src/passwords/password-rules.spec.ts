import { canBePassword, normalisePassword, passwordFault } from './password-rules.js';

it.each([
  ['eight characters', '12345678'],
  ['128 characters', 'x'.repeat(128)],
  ['128 characters of two code units each', '🔑'.repeat(128)],
  ['spaces', 'correct horse battery staple'],
  ['small letters only', 'abcdefghij'],
  ['128 letters that arrive in 384 code points', 'ΐ'.normalize('NFD').repeat(128)],
])('accepts %s', (_what, password) => {
  expect(passwordFault(password, 'alice')).toBeUndefined();
});

it.each([
  ['seven characters', '1234567', /8 to 128/],
  ['129 characters', 'x'.repeat(129), /8 to 128/],
  ['eight code units that form four characters', '🔑'.repeat(4), /8 to 128/],
  ['eight code points that form four letters', 'é'.normalize('NFD').repeat(4), /8 to 128/],
  ['1,025 code units, whatever they compose to', 'e'.repeat(1_025), /8 to 128/],
  ['half of a surrogate pair', '1234567\ud800', /must be a text/],
  ['a number', 12345678, /must be a text/],
  ['nothing', undefined, /must be a text/],
  ['the user id', 'alice.smith', /must not be the user id/],
  ['the user id in capitals', 'ALICE.SMITH', /must not be the user id/],
])('rejects %s', (_what, password, says) => {
  expect(passwordFault(password, 'alice.smith')).toMatch(says);
});

it('treats composed and decomposed letters alike', () => {
  expect(normalisePassword('pâté'.normalize('NFD'))).toBe(normalisePassword('pâté'.normalize('NFC')));
});

it('treats every kind of space alike', () => {
  expect(normalisePassword('correct\u00a0horse\u3000staple')).toBe('correct horse staple');
});

it('lets a login try any text that could be a password in some Unicode form', () => {
  expect(canBePassword('ΐ'.normalize('NFD').repeat(128))).toBe(true);
  expect(canBePassword('short')).toBe(true);
  expect(canBePassword('x'.repeat(129))).toBe(false);
  expect(canBePassword('\ud800')).toBe(false);
  expect(canBePassword(12345678)).toBe(false);
});

it('does not sort a long run of combining marks', () => {
  const cost = (length: number) => {
    const password = 'x' + '\u0316\u0301'.repeat(length / 2);
    const times = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage();
      for (let turn = 0; turn < 3; turn++) passwordFault(password, 'alice');
      return process.cpuUsage(before).user;
    });
    return Math.min(...times);
  };
  cost(8_192);
  expect(cost(16_384)).toBeLessThanOrEqual(3 * cost(8_192) + 500);
});
