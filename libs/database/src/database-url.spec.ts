import { readDatabaseUrl, withSchema } from './database-url.js';

it('leaves an address with one host as it is', () => {
  const url = 'postgres://me:s%3Acret@db.example:6000/wallet?sslmode=require';
  expect(readDatabaseUrl(url)).toEqual({
    url,
    hosts: [{ host: 'db.example', port: 6000 }],
    readWrite: false,
    schema: 'public',
  });
});

it('tries several hosts in their order, each with its port or the usual one', () => {
  const url =
    'postgresql://me@one:6000,two,[::1]:7000/wallet?target_session_attrs=read-write&sslmode=require';
  expect(readDatabaseUrl(url)).toEqual({
    url: 'postgresql://me@one:6000/wallet?sslmode=require',
    hosts: [
      { host: 'one', port: 6000 },
      { host: 'two', port: 5432 },
      { host: '::1', port: 7000 },
    ],
    readWrite: true,
    schema: 'public',
  });
});

it.each(['postgres://one/wallet', 'postgres://one:1,two:2/wallet?sslmode=require&schema=other'])(
  'names the schema of %s',
  (url) => {
    const { schema, url: plain } = readDatabaseUrl(withSchema(url, 'credits'));
    expect(schema).toBe('credits');
    expect(plain).not.toContain('schema');
  },
);

it('takes a comma in a password for what it is', () => {
  expect(readDatabaseUrl('postgres://me:a,b@one,two/wallet').hosts).toHaveLength(2);
});

it.each([
  ['another database', 'mysql://one/wallet', /begin with postgres/],
  ['an empty host among several', 'postgres://one,,two/wallet', /empty host/],
  ['a port that is no number', 'postgres://one:1,two:x/wallet', /cannot be read/],
  [
    'attributes that it does not know',
    'postgres://one,two/wallet?target_session_attrs=standby',
    /any or read-write/,
  ],
  ['a schema that has to be quoted', 'postgres://one/wallet?schema=A', /a name of a-z, 0-9 and _, not "A"/],
  ['a time limit of the driver', 'postgres://one/wallet?query_timeout=1', /leaves transactions open/],
  ['a schema of PostgreSQL', 'postgres://one/wallet?schema=pg_temp', /must be a name/],
])('refuses %s', (_what, url, message) => {
  expect(() => readDatabaseUrl(url)).toThrow(message);
});
