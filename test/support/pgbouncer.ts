import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findProgram } from './find-program.js';
import { freePort } from './service-process.js';

const found = findProgram('PGBOUNCER_PATH', 'pgbouncer');
if (!found) {
  process.stderr.write(
    'No PgBouncer was found: the tests behind a pooler are skipped. `apt-get install pgbouncer`, or set PGBOUNCER_PATH.\n',
  );
}

/** `describe` if there is a PgBouncer; otherwise the tests are listed as skipped. */
export const describeBehindPgBouncer = found ? describe : describe.skip;

/** A pooler in front of a database. */
export interface PgBouncer {
  /** The URL of the database through it. */
  url: string;
  /** Changes settings of the running pooler. */
  set(settings: PgBouncerSettings): Promise<void>;
  stop(): Promise<void>;
}

export type PgBouncerSettings = Record<string, string>;

/** Starts one that lets everyone in, with these settings. */
export function startPgBouncer(databaseUrl: string, settings: PgBouncerSettings): Promise<PgBouncer> {
  return start(databaseUrl, ({ port }) => {
    const { hostname, port: serverPort, username, password } = new URL(databaseUrl);
    const all = {
      listen_addr: '127.0.0.1',
      listen_port: String(port),
      unix_socket_dir: '',
      auth_type: 'any',
      admin_users: username,
      default_pool_size: '60',
      ...settings,
    };
    return `[databases]
* = host=${hostname} port=${serverPort} user=${username} password=${password}

[pgbouncer]
${Object.entries(all)
  .map(([name, value]) => `${name} = ${value}`)
  .join('\n')}
`;
  });
}

/** The configuration on docs/operations.md. */
export function documentedPgBouncer(): string {
  const examples = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^```ini\n([^]*?)^```$/gm)];
  if (examples.length !== 1) throw new Error(`the page has ${examples.length} examples in ini`);
  return examples[0]![1]!;
}

/** Starts one with the configuration on docs/operations.md, for the login and the password of this URL. */
export function startDocumentedPgBouncer(databaseUrl: string): Promise<PgBouncer> {
  return start(databaseUrl, ({ folder, port }) => {
    const { hostname, port: serverPort, username, password, pathname } = new URL(databaseUrl);
    const users = join(folder, 'userlist.txt');
    writeFileSync(users, `"${username}" "${password}"\n`);
    const replaced = {
      'wallet = ': `${pathname.slice(1)} = `,
      'host=10.0.0.9 port=5432': `host=${hostname} port=${serverPort}`,
      'listen_port = 6432': `listen_port = ${port}`,
      '/etc/pgbouncer/userlist.txt': users,
    };
    return Object.entries(replaced).reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the example does not say ${from}`);
      return text.replace(from, to);
    }, documentedPgBouncer());
  });
}

async function start(
  databaseUrl: string,
  configuration: (place: { folder: string; port: number }) => string,
): Promise<PgBouncer> {
  const folder = await mkdtemp(join(tmpdir(), 'wallet-pgbouncer-'));
  // Started as root, it switches to another user.
  await chmod(folder, 0o755);
  const file = join(folder, 'pgbouncer.ini');
  const port = await freePort();
  await writeFile(file, configuration({ folder, port }));
  const user = process.getuid?.() === 0 ? ['--user', 'postgres'] : [];
  const child = spawn(found!, ['--quiet', ...user, file], { stdio: 'inherit' });
  const url = new URL(databaseUrl);
  url.port = String(port);
  while (!(await accepts(url.href))) {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    url: url.href,
    set: async (changed) => {
      const console = new Client({ connectionString: new URL('/pgbouncer', url).href });
      await console.connect();
      for (const [name, value] of Object.entries(changed)) await console.query(`SET ${name} = '${value}'`);
      await console.end();
    },
    stop: async () => {
      child.kill('SIGINT');
      await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
