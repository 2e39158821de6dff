import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { endPrograms, type ProgramOptions, runProgram } from '../support/service-process.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { inSession, TestLogins } from '../support/test-logins.js';

/** Every way in which DATABASE_URL can be wrong ends the start with the name of the variable and a remedy. */
let database: TestDatabase;
let logins: TestLogins;
beforeAll(async () => {
  database = await createTestDatabase();
  logins = new TestLogins(database);
});
afterEach(endPrograms);
afterAll(() => logins.drop());

const changed = (change: (url: URL) => void) => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

async function refusalOf(
  env: Record<string, string>,
  program: ProgramOptions['program'] = 'main',
): Promise<string> {
  const { code, output } = await runProgram({
    program,
    args: program === 'commands/client' ? ['list'] : [],
    env: { MIGRATE_ON_START: 'false', ...env },
  });
  expect(output).toMatch(/^wallet: [^\n]+\n$/);
  expect(code).toBe(1);
  return output;
}

it.each([
  ['an unescaped / in the password', 'postgres://me:p/ss@db/wallet', /DATABASE_URL cannot be read: .*%2F/],
  ['an escape of no character', 'postgres://me:p%ffss@db/wallet', /DATABASE_URL cannot be read: .*%25/],
  ['a port that is a word', 'postgres://me@db:port/wallet', /DATABASE_URL cannot be read: a port must be/],
  ['a port out of range', 'postgres://me@db:70000/wallet', /DATABASE_URL cannot be read: a port must be/],
  ['no host', 'postgres://me:pw@/wallet', /DATABASE_URL cannot be read: it has no host/],
  ['an unknown host', 'postgres://me@no-such-host.invalid/wallet', /check DATABASE_URL/],
  [
    'an unknown sslmode',
    'postgres://me@127.0.0.1/wallet?sslmode=on',
    /sslmode in DATABASE_URL must be one of/,
  ],
  ['a socket that is not there', 'postgres://me@%2Fnowhere/wallet', /DATABASE_URL.*listens on that socket/],
  [
    'a missing TLS file',
    'postgres://me@127.0.0.1/wallet?sslrootcert=/nowhere.pem',
    /check sslrootcert, sslcert and sslkey in DATABASE_URL/,
  ],
])('rejects %s', async (_what, DATABASE_URL, says) => {
  expect(await refusalOf({ DATABASE_URL })).toMatch(says);
});

it('names MIGRATION_DATABASE_URL if that is the wrong one', async () => {
  const MIGRATION_DATABASE_URL = changed((url) => (url.port = '1'));
  const env = { DATABASE_URL: database.url, MIGRATION_DATABASE_URL };
  for (const program of ['commands/migrate', 'commands/client', 'commands/rebuild-balances'] as const) {
    expect(await refusalOf(env, program)).toMatch(/check host and port in MIGRATION_DATABASE_URL/);
  }
  expect(await refusalOf({ ...env, MIGRATE_ON_START: 'true' })).toMatch(/port in MIGRATION_DATABASE_URL/);
});

describe('another server on the port', () => {
  let server: Server;
  const sockets = new Set<Socket>();
  const listen = async (answer: (socket: Socket) => void) => {
    server = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      answer(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `postgres://me:pw@127.0.0.1:${(server.address() as { port: number }).port}/wallet`;
  };
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it.each([
    ['closes the connection', (socket: Socket) => void socket.once('data', () => socket.end())],
    ['never answers', () => undefined],
    ['speaks HTTP', (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('is reported when it %s', async (_what, answer) => {
    const DATABASE_URL = await listen(answer);
    expect(await refusalOf({ DATABASE_URL })).toMatch(/check host and port in DATABASE_URL/);
  });
});

describe('a login', () => {
  it('without the right to log in is named', async () => {
    const name = logins.name('nologin');
    await inSession(database.url, [`CREATE ROLE ${name} NOLOGIN PASSWORD '${TestLogins.password}'`]);
    expect(await refusalOf({ DATABASE_URL: logins.url(name) })).toMatch(/DATABASE_URL .*ALTER ROLE … LOGIN/);
  });

  it('without a password is asked for one', async () => {
    const DATABASE_URL = changed((url) => (url.password = ''));
    expect(await refusalOf({ DATABASE_URL })).toMatch(/asks for a password: add it to DATABASE_URL/);
  });

  it('that may not take the role of the service gets the statement that lets it', async () => {
    const name = logins.name('ungranted');
    await inSession(database.url, [
      `CREATE ROLE ${name} LOGIN PASSWORD '${TestLogins.password}'`,
      `GRANT CONNECT ON DATABASE ${database.name} TO ${name}`,
    ]);
    const [, grant = ''] =
      /run: (GRANT [^;]*);/.exec(await refusalOf({ DATABASE_URL: logins.url(name) })) ?? [];
    expect(grant).toMatch(new RegExp(`^GRANT wallet_app TO ${name}`));
    await inSession(database.url, [grant]);
    await inSession(logins.url(name), ['SET ROLE wallet_app']);
  });

  it('that may not connect to the database gets the grant for that', async () => {
    const name = logins.name('outsider');
    await inSession(database.url, [
      `CREATE ROLE ${name} LOGIN PASSWORD '${TestLogins.password}'`,
      `REVOKE CONNECT ON DATABASE ${database.name} FROM PUBLIC`,
    ]);
    expect(await refusalOf({ DATABASE_URL: logins.url(name) })).toContain(
      `GRANT CONNECT ON DATABASE "${database.name}" TO`,
    );
  });

  it('with all its connections in use is told so', async () => {
    const name = logins.name('limited');
    await inSession(database.url, [
      `CREATE ROLE ${name} LOGIN CONNECTION LIMIT 1 PASSWORD '${TestLogins.password}' IN ROLE wallet_app`,
      `GRANT CONNECT ON DATABASE ${database.name} TO ${name}`,
    ]);
    expect(await refusalOf({ DATABASE_URL: logins.url(name) })).toMatch(
      /no free connection.*CONNECTION LIMIT/,
    );
  });
});

describe('a database', () => {
  it('without a wallet is named', async () => {
    const empty = await createEmptyDatabase();
    try {
      expect(await refusalOf({ DATABASE_URL: empty.url }, 'commands/verify')).toMatch(
        new RegExp(
          `${empty.name} has no wallet in the schema public, .* correct the database in DATABASE_URL`,
        ),
      );
    } finally {
      await empty.drop();
    }
  });

  it('with the wallet in another schema is told to use that', async () => {
    const DATABASE_SCHEMA = 'other';
    for (const program of ['main', 'commands/verify', 'commands/client'] as const) {
      expect(await refusalOf({ DATABASE_URL: database.url, DATABASE_SCHEMA }, program)).toMatch(
        /is in the schema public, not in other: set DATABASE_SCHEMA to public/,
      );
    }
  });

  it('whose schema the service may not use gets the grant for that', async () => {
    await inSession(database.url, ['REVOKE USAGE ON SCHEMA public FROM PUBLIC, wallet_app']);
    try {
      expect(await refusalOf({ DATABASE_URL: database.url })).toContain(
        'GRANT USAGE ON SCHEMA public TO wallet_app',
      );
    } finally {
      await inSession(database.url, ['GRANT USAGE ON SCHEMA public TO PUBLIC, wallet_app']);
    }
  });

  it('that refuses a setting of the address names it', async () => {
    for (const option of ['-c no_such_setting=1', '-c work_mem=lots']) {
      const DATABASE_URL = `${database.url}?options=${encodeURIComponent(option)}`;
      expect(await refusalOf({ DATABASE_URL })).toMatch(/options in DATABASE_URL name a setting/);
    }
  });
});

it.each(['/proc/x', '/proc/x/y', '/proc', '/dev/null/x'])(
  'ends at once if no files can be kept in DATA_DIR=%s',
  async (DATA_DIR) => {
    expect(await refusalOf({ DATA_DIR })).toMatch(/set DATA_DIR to/);
  },
);
