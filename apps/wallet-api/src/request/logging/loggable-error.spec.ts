import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { explain } from '../../process/commands/explain.js';
import { loggableError } from './loggable-error.js';

const hash = '$scrypt$ln=14,r=8,p=5$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNo';

function failed(message: string, members: object): QueryFailedError {
  const driverError = Object.assign(new DatabaseError(message, 1, 'error'), {
    severity: 'ERROR',
    ...members,
  });
  return new QueryFailedError(`INSERT INTO players VALUES ($1, 'literal')`, ['alice', hash], driverError);
}

it('keeps the code, the place and the statement of an SQL error', () => {
  const error = failed('duplicate key value violates unique constraint "players_pkey"', {
    code: '23505',
    detail: `Key (password_hash)=(${hash}) already exists.`,
    where: `unnamed portal parameter $2 = '${hash}'`,
    table: 'players',
    constraint: 'players_pkey',
  });
  const loggable = loggableError(error);
  expect(loggable).toMatchObject({
    type: 'QueryFailedError',
    code: '23505',
    table: 'players',
    constraint: 'players_pkey',
    query: `INSERT INTO players VALUES ($1, '…')`,
  });
  expect(loggable.message).toContain('"players_pkey"');
  expect(loggable.stack).toMatch(/^QueryFailedError: duplicate key .*\n +at /);
  expect(JSON.stringify(loggable)).not.toMatch(/scrypt|alice|literal|already exists/);
});

it.each([
  [
    'a value that cannot be converted',
    failed('invalid input syntax for type uuid: "hun"ter2"', { code: '22P02' }),
  ],
  ['a cause', new Error('outer', { cause: failed('value "hunter2" is out of range', { code: '22003' }) })],
  ['one of several', new AggregateError([failed('invalid "hunter2"', { code: '22P02' })], 'several')],
  ['the password of an address', new Error('cannot reach postgres://wallet:hunter2@db:5432/wallet')],
  [
    'the input of an invalid URL',
    Object.assign(new TypeError('Invalid URL'), { input: 'postgres://a:hunter2@:x' }),
  ],
  ['an Authorization header', new Error('refused: Authorization: Bearer hunter2')],
  ['an API key', new Error(`no client for wk_hunter2${'k'.repeat(36)}`)],
  ['a token', new Error('bad token eyJhbGciOiJub25lIn0.hunter2.hunter2')],
  ['a hash of a password', new Error('bad hash $scrypt$ln=14,r=8,p=5$hunter2$hunter2')],
  ['a value that is not an Error', 'postgres://wallet:hunter2@db/wallet'],
])('leaves out %s', (_what, error) => {
  expect(JSON.stringify(loggableError(error))).not.toContain('hunter2');
  expect(explain(error)).not.toContain('hunter2');
});

it('survives an error that causes itself', () => {
  const error = new Error('round');
  error.cause = error;
  expect(loggableError(error).message).toBe('round');
});
