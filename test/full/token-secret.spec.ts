import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  endPrograms,
  runProgram,
  type ServiceProcess,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** The secret that signs the tokens of players, and how long those stay valid. */
afterEach(endPrograms);

async function start(env: Record<string, string>): Promise<ServiceProcess> {
  const service = await startProgram({ env });
  await untilReady(service);
  return service;
}

async function stop(service: ServiceProcess): Promise<void> {
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);
}

async function signUp({ url }: ServiceProcess, userId: string): Promise<string> {
  const answer = await fetch(`${url}/v1/auth/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId, password: 'correct horse battery staple' }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

async function statusWith(token: string, { url }: ServiceProcess, userId: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${url}/v1/wallets/${userId}`, { headers })).status;
}

function warnings(service: ServiceProcess): string[] {
  const lines = service.output().trimEnd().split('\n');
  return lines
    .map((line) => JSON.parse(line) as { level: number; msg: string })
    .flatMap(({ level, msg }) => (level === 40 ? [msg] : []));
}

describe('with the embedded database', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wallet-secret-'));
    // Started as root, PostgreSQL runs as another user, which needs access.
    await chmod(folder, 0o755);
  });
  afterEach(async () => {
    await endPrograms();
    await rm(folder, { recursive: true, force: true });
  });

  it('is generated once and stored with the data, private to its user: tokens survive a restart', async () => {
    const first = await start({ DATA_DIR: folder });
    const token = await signUp(first, 'paula');
    await stop(first);

    const file = join(folder, 'token-secret');
    const { mode } = await stat(file);
    expect(mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{64}$/);

    const second = await start({ DATA_DIR: folder });
    expect(await statusWith(token, second, 'paula')).toBe(200);
    expect(second.output()).not.toMatch(/JWT_SECRET/);
    await stop(second);
  });

  it('is not replaced silently if the file is damaged', async () => {
    await stop(await start({ DATA_DIR: folder }));
    await writeFile(join(folder, 'token-secret'), '');
    const damaged = await startProgram({ env: { DATA_DIR: folder } });
    expect(await damaged.exit).toBe(1);
    expect(damaged.output()).toMatch(
      /token-secret holds no valid secret: remove it \(players then have to log in again\)/,
    );
  });
});

describe('with a database of the operator', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await endPrograms();
    await database.drop();
  });

  const demo = () => ({ DATABASE_URL: database.url, SEED_DEMO: 'true' });

  it('is JWT_SECRET: all instances accept the same tokens, across restarts', async () => {
    const env = { ...demo(), JWT_SECRET: 'a secret that is long enough for HS256' };
    const [first, second] = [await start(env), await start(env)];
    const token = await signUp(first, 'paula');
    expect(await statusWith(token, second, 'paula')).toBe(200);
    await stop(first);
    expect(warnings(first).filter((line) => line.includes('JWT_SECRET'))).toEqual([]);
    const other = await start({ ...env, JWT_SECRET: 'another secret that is long enough' });
    expect(await statusWith(token, other, 'paula')).toBe(401);
  });

  it('is generated for the process if JWT_SECRET is missing, with one line in the log', async () => {
    const service = await start(demo());
    const token = await signUp(service, 'paula');
    expect(await statusWith(token, service, 'paula')).toBe(200);
    await stop(service);
    expect(warnings(service).filter((line) => line.includes('JWT_SECRET'))).toEqual([
      'JWT_SECRET is not set: player tokens are signed with a temporary secret, and are invalid after a restart and on other instances',
    ]);
    const next = await start(demo());
    expect(await statusWith(token, next, 'paula')).toBe(401);
  });

  it('is required in production where players can log in', async () => {
    const production = { DATABASE_URL: database.url, NODE_ENV: 'production', ALLOW_OWNER_LOGIN: 'true' };
    const refused = async (env: Record<string, string>, why: string) => {
      expect(await runProgram({ env })).toEqual({
        code: 1,
        output: expect.stringMatching(
          `^wallet: JWT_SECRET is not set, NODE_ENV is production and ${why}: .* Set JWT_SECRET .* or JWKS_URL\n$`,
        ) as string,
      });
    };
    await refused({ ...production, SIGN_UP: 'true' }, 'SIGN_UP is true');
    // Without players there are no tokens to sign.
    await stop(await start(production));

    const service = await start({ ...production, SIGN_UP: 'true', JWT_SECRET: 's'.repeat(32) });
    await signUp(service, 'paula');
    await stop(service);
    await refused(production, 'there are players');
    await stop(await start({ ...production, JWT_SECRET: 's'.repeat(32) }));
  });
});
