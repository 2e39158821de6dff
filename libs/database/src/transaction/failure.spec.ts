import { DatabaseError } from 'pg';
import { isOutcomeUnknown } from './failure.js';
import { TransactionFailedError } from './transaction.js';

function reported(severity: string, code: string): DatabaseError {
  return Object.assign(new DatabaseError('reported by the server', 0, 'error'), { severity, code });
}

const isUnknown = (cause: unknown, commitSent = true) =>
  isOutcomeUnknown(new TransactionFailedError(cause, commitSent));

it.each([
  ['a lost connection', new Error('Connection terminated unexpectedly')],
  ['a shutdown', reported('FATAL', '57P01')],
  ['a connection that a node of a cluster lost', reported('ERROR', '08006')],
  ['a WAL that could not be synced', reported('PANIC', '58030')],
  ['a WAL that could not be written', reported('PANIC', '53100')],
  ['an internal error that takes the server down', reported('PANIC', 'XX000')],
  ['the same in another language', reported('PANIK', '58030')],
])('does not know the outcome after %s', (_what, cause) => {
  expect(isUnknown(cause)).toBe(true);
});

it.each([
  ['a violated constraint', reported('ERROR', '23514')],
  ['a violated constraint in another language', reported('FEHLER', '23514')],
  ['a deadlock', reported('ERROR', '40P01')],
  ['a table that cannot grow on a full disk', reported('ERROR', '53100')],
  ['a table that cannot be read', reported('ERROR', '58030')],
])('knows that nothing was committed after %s', (_what, cause) => {
  expect(isUnknown(cause)).toBe(false);
});

it('knows that nothing was committed before COMMIT was sent', () => {
  expect(isUnknown(reported('PANIC', '58030'), false)).toBe(false);
});
