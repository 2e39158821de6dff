import { Client } from 'pg';
import {
  endPrograms,
  runProgram,
  type ServiceProcess,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** `npm run player`, next to a running service. */
const password = 'correct horse battery staple';
let database: TestDatabase;
let service: ServiceProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  service = await startProgram({
    env: { DATABASE_URL: database.url, SEED_DEMO: 'true', LOG_LEVEL: 'silent' },
  });
  await untilReady(service);
});
afterAll(async () => {
  await endPrograms();
  await database.drop();
});

const run = (...args: string[]) =>
  runProgram({ program: 'commands/player', args, env: { DATABASE_URL: database.url } });

async function ask(path: string, body: object): Promise<{ status: number; token: string }> {
  const answer = await fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { accessToken = '' } = (await answer.json()) as { accessToken?: string };
  return { status: answer.status, token: accessToken };
}

const signUp = (userId: string) => ask('/v1/auth/signup', { userId, password });
const logIn = (userId: string, tried: string) => ask('/v1/auth/login', { userId, password: tried });

async function goldOf(userId: string): Promise<unknown> {
  const answer = await fetch(`${service.url}/v1/wallets/${userId}/GOLD`, {
    headers: { authorization: 'Bearer demo-admin-key' },
  });
  return ((await answer.json()) as { balance?: number }).balance;
}

it('lists players by prefix of their id', async () => {
  expect(await run('list')).toEqual({ code: 0, output: 'There is no such player.\n' });
  for (const userId of ['dora', 'adam', 'dolly']) expect((await signUp(userId)).status).toBe(201);
  const line = (userId: string) => `${userId}  since 2\\S+Z\n`;
  expect((await run('list')).output).toMatch(new RegExp(`^${['adam', 'dolly', 'dora'].map(line).join('')}$`));
  expect((await run('list', 'do')).output).toMatch(new RegExp(`^${['dolly', 'dora'].map(line).join('')}$`));
  expect((await run('list', 'do%')).output).toBe('There is no such player.\n');
});

it('resets a password: shows the new one once, and only that one works', async () => {
  await signUp('rita');
  const { code, output } = await run('reset-password', 'rita');
  expect(code).toBe(0);
  const shown = /^ {4}([\w-]{20})$/m.exec(output)?.[1] ?? '';
  expect((await logIn('rita', password)).status).toBe(401);
  expect((await logIn('rita', shown)).status).toBe(200);

  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  const { rows } = await owner.query(`SELECT * FROM players WHERE user_id = 'rita'`);
  await owner.end();
  expect(JSON.stringify(rows)).not.toContain(shown);
  expect((await run('list')).output).not.toContain(shown);
});

it('removes a password, but keeps the wallet and its id', async () => {
  await signUp('leo');
  expect(await run('remove', 'leo')).toMatchObject({
    code: 0,
    output: expect.stringMatching(/leo can no longer log in.*no one can sign up as leo again/) as string,
  });
  expect((await logIn('leo', password)).status).toBe(401);
  expect((await signUp('leo')).status).toBe(409);
  expect(await goldOf('leo')).toBe(100);
  expect(await run('remove', 'leo')).toEqual({ code: 1, output: 'wallet: there is no player leo\n' });
});
