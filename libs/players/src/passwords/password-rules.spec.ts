import { normalisePassword, passwordFault } from './password-rules.js';

it.each([
  ['eight characters', '12345678'],
  ['128 characters', 'x'.repeat(128)],
  ['128 characters of which each is two code units', '🔑'.repeat(128)],
  ['spaces', 'correct horse battery staple'],
  ['small letters only', 'abcdefghij'],
])('takes %s', (_what, password) => {
  expect(passwordFault(password, 'alice')).toBeUndefined();
});

it.each([
  ['seven characters', '1234567', /8 to 128/],
  ['129 characters', 'x'.repeat(129), /8 to 128/],
  ['eight code units that are four characters', '🔑'.repeat(4), /8 to 128/],
  ['eight code points that are four letters', 'é'.normalize('NFD').repeat(4), /8 to 128/],
  ['half of a surrogate pair', '1234567\ud800', /must be a text/],
  ['a number', 12345678, /must be a text/],
  ['nothing', undefined, /must be a text/],
  ['the user id', 'alice.smith', /must not be the user id/],
  ['the user id in capitals', 'ALICE.SMITH', /must not be the user id/],
])('refuses %s', (_what, password, says) => {
  expect(passwordFault(password, 'alice.smith')).toMatch(says);
});

it('takes for the same what two keyboards make of one letter', () => {
  expect(normalisePassword('pâté'.normalize('NFD'))).toBe(normalisePassword('pâté'.normalize('NFC')));
});
