import { databaseUrlFault, readDatabaseUrl, withSchema } from './database-url.js';

it('leaves an address with one host as it is', () => {
  const url = 'postgres://me:s%3Acret@db.example:6000/wallet?sslmode=require';
  expect(readDatabaseUrl(url)).toEqual({
    url,
    hosts: [{ host: 'db.example', port: 6000 }],
    readWrite: false,
    schema: 'public',
  });
});

it('lists several hosts in order, each with its port or the default', () => {
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

it('accepts a comma in a password', () => {
  expect(readDatabaseUrl('postgres://me:a,b@one,two/wallet').hosts).toHaveLength(2);
});

it.each([
  ['another database', 'mysql://one/wallet', /begin with postgres/],
  ['an empty host among several', 'postgres://one,,two/wallet', /empty host/],
  ['a port that is not a number', 'postgres://one:1,two:x/wallet', /cannot be read/],
  [
    'an unknown target_session_attrs',
    'postgres://one,two/wallet?target_session_attrs=standby',
    /any or read-write/,
  ],
  ['a schema name that needs quotes', 'postgres://one/wallet?schema=A', /a name of a-z, 0-9 and _, not "A"/],
  ['a port out of range', 'postgres://one:70000/wallet', /from 1 to 65535/],
  ['no host', 'postgres://me:secret@/wallet', /no host between @ and the database/],
  ['a character that no host has', 'postgres://me@one<two/wallet', /invalid character/],
  ['an sslmode of another tool', 'postgres://one/wallet?sslmode=verify_full', /sslmode .* verify-full, not/],
  ["the driver's query timeout", 'postgres://one/wallet?query_timeout=1', /leaves transactions open/],
  ['a PostgreSQL system schema', 'postgres://one/wallet?schema=pg_temp', /must be a name/],
])('rejects %s', (_what, url, message) => {
  expect(() => readDatabaseUrl(url)).toThrow(message);
});

it.each([
  'se/cret',
  '12/cret',
  'se?cret',
  '12?cret',
  'se#cret',
  '12#cret',
  '12@/cret',
  'se%ffcret',
  'a:b/cret',
])('asks for escapes in the password %s, without repeating it', (password) => {
  const fault = databaseUrlFault(`postgres://me:${password}@one/wallet`, 'MIGRATION_DATABASE_URL');
  expect(fault).toMatch(/^MIGRATION_DATABASE_URL cannot be read: .*\/ as %2F.*# as %23/);
  expect(fault).not.toContain('cret');
});

it.each([
  ['s@cret', 's%40cret'],
  ['50%off', '50%25off'],
  ['a%2Fb%', 'a%2Fb%25'],
  ['with space', 'with%20space'],
  [`!$&'()*+,;=[]{}|^~"<>`, undefined],
])('accepts the password %s', (password, escaped) => {
  const { url, hosts } = readDatabaseUrl(`postgres://me:${password}@one/wallet`);
  expect(hosts).toEqual([{ host: 'one', port: 5432 }]);
  expect(decodeURIComponent(new URL(url).password)).toBe(decodeURIComponent(escaped ?? password));
});
