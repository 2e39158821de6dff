import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedCluster, postgresOptions, startEmbeddedCluster } from '@app/database';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { type Certificate, makeCertificate } from '../support/certificates.js';
import { endPrograms, runProgram } from '../support/service-process.js';
import { whereServerHas } from '../support/server/where-server-has.js';

/**
 * TLS to the database as configured in DATABASE_URL, on a PostgreSQL that requires it, with a certificate for `localhost` from a
 * private authority.
 */
let folder: string;
let cluster: EmbeddedCluster;
const authority = makeCertificate('The authority of the database');
const stranger = makeCertificate('An unrelated authority');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-tls-'));
  // Started as root, PostgreSQL runs as another user, which needs access.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'strangerKey.pem'), stranger.key);
  for (const [name, { certificate }] of Object.entries({ authority, stranger })) {
    writeFileSync(join(folder, `${name}.pem`), certificate);
  }
  cluster = await startEmbeddedCluster({
    dataDir: join(folder, 'cluster'),
    skipSync: true,
    settings: { fsync: 'off' },
  });
  await requireTls(makeCertificate('database', { issuer: authority, hosts: ['localhost'] }));
});

afterEach(endPrograms);

afterAll(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** From the next connection on, TLS is required. */
async function requireTls({ certificate, key }: Certificate): Promise<void> {
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>(`SHOW data_directory`);
  const data = rows[0]!.data_directory;
  const { uid, gid } = statSync(data);
  const files = {
    'server.crt': certificate,
    'server.key': key,
    'pg_hba.conf': 'hostssl all all all scram-sha-256\n',
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(data, name), text, { mode: 0o600 });
    chmodSync(join(data, name), 0o600);
    chownSync(join(data, name), uid, gid);
  }
  await client.query(`ALTER SYSTEM SET ssl = on`);
  await client.query(`SELECT pg_reload_conf()`);
  await client.end();
}

/** DATABASE_URL as the operator writes it; `{authority}` and `{stranger}` stand for the files of their certificates. */
function url(query: string, host = 'localhost'): string {
  const parameters = query.replace(/\{(\w+)\}/g, (_placeholder, name: string) => join(folder, `${name}.pem`));
  return `${cluster.url.replace('127.0.0.1', host)}?${parameters}`;
}

async function isEncrypted(databaseUrl: string): Promise<boolean> {
  const dataSource = await new DataSource(
    postgresOptions({ url: databaseUrl, poolSize: 1, as: 'owner', applicationName: 'test' }),
  ).initialize();
  const [row] = await dataSource.query<{ ssl: boolean }[]>(
    `SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()`,
  );
  await dataSource.destroy();
  return row!.ssl;
}

it.each([
  'sslmode=verify-full&sslrootcert={authority}',
  'sslrootcert={authority}',
  'sslmode=verify-ca&sslrootcert={authority}',
  'sslmode=require&sslrootcert={authority}',
  'sslmode=no-verify',
])('works with %s', async (query) => {
  expect(await isEncrypted(url(query))).toBe(true);
});

it('migrates, seeds and verifies over TLS', async () => {
  const env = { DATABASE_URL: url('sslmode=verify-full&sslrootcert={authority}') };
  for (const program of ['commands/migrate', 'commands/seed', 'commands/verify'] as const) {
    expect(await runProgram({ program, env })).toMatchObject({ code: 0 });
  }
});

const notTrusted = /certificate of the database is not from a trusted authority: .*sslrootcert=/;
const refusals: [what: string, databaseUrl: () => string, says: RegExp][] = [
  [
    'the certificate of another authority',
    () => url('sslmode=verify-full&sslrootcert={stranger}'),
    /not from a trusted authority: sslrootcert=\S+stranger\.pem in DATABASE_URL holds another one/,
  ],
  ['an unconfigured authority', () => url('sslmode=verify-full'), notTrusted],
  ['an unconfigured authority, even for sslmode=require', () => url('sslmode=require'), notTrusted],
  [
    'a certificate for another host',
    () => url('sslmode=verify-full&sslrootcert={authority}', '127.0.0.1'),
    /certificate of the database is for another host: .*127\.0\.0\.1/,
  ],
  [
    'a missing file',
    () => url('sslmode=verify-full&sslrootcert=/etc/nowhere.pem'),
    /no such file.*\/etc\/nowhere\.pem/,
  ],
  [
    'a key of another certificate',
    () => url('sslmode=verify-full&sslrootcert={authority}&sslcert={authority}&sslkey={strangerKey}'),
    /key and certificate do not belong together: check sslrootcert, sslcert and sslkey in DATABASE_URL/,
  ],
  [
    'a file that is no certificate',
    () => url('sslmode=verify-full&sslrootcert={authority}&sslcert={strangerKey}&sslkey={strangerKey}'),
    /a TLS file is damaged/,
  ],
  ['no TLS at all', () => url('sslmode=disable'), /refuses the login: .*TLS.*no encryption/],
];

it.each(refusals)('rejects %s with a remedy', async (_what, databaseUrl, says) => {
  const { code, output } = await runProgram({ env: { DATABASE_URL: databaseUrl() } });
  expect(output).toMatch(/^wallet: [^\n]+\n$/);
  expect(output).toMatch(says);
  expect(output).not.toContain(new URL(cluster.url).password);
  expect(code).toBe(1);
});

whereServerHas('server-process', () => {
  it('reports a server without TLS', async () => {
    const plain = `${process.env['TEST_CLUSTER_URL'] ?? ''}?sslmode=verify-full`;
    const { code, output } = await runProgram({ env: { DATABASE_URL: plain } });
    expect(output).toBe(
      'wallet: the database offers no TLS: switch it on there, or leave sslmode and sslrootcert out of DATABASE_URL; The server does not support SSL connections\n',
    );
    expect(code).toBe(1);
  });
});
