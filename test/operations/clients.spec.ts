import { hash, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  endPrograms,
  runProgram,
  type ServiceProcess,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** `npm run client` next to a running service. */
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

function run(...args: string[]) {
  return runProgram({ program: 'commands/client', args, env: { DATABASE_URL: database.url } });
}

function keyIn(output: string): string {
  const key = /^ {4}(wk_(?:live|test)_[\w-]{43})$/m.exec(output)?.[1];
  if (key === undefined) throw new Error(`no key in:\n${output}`);
  return key;
}

async function mint(...args: string[]): Promise<string> {
  const { code, output } = await run(...args);
  expect({ code, output }).toMatchObject({ code: 0 });
  return keyIn(output);
}

async function statusWith(key: string, path = '/v1/assets', url = service.url): Promise<number> {
  return (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}` } })).status;
}

function post(path: string, body: object, key: string): Promise<Response> {
  return fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'idempotency-key': 'k', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Within the TTL of the service's cache, which is 5 seconds; the time limit of the test is the bound. */
async function untilRefused(key: string): Promise<void> {
  while ((await statusWith(key)) !== 401) await new Promise((resolve) => setTimeout(resolve, 50));
}

it('creates a client whose key is shown once and works immediately within its scopes', async () => {
  const { code, output } = await run('create', 'my-game', 'wallet:read');
  expect(code).toBe(0);
  expect(output).toMatch(/A key for my-game \(wallet:read\)/);
  expect(output).toMatch(/shown only once.*Authorization: Bearer wk_live_/s);
  const key = keyIn(output);
  expect(await statusWith(key)).toBe(200);
  expect((await post('/v1/wallets/alice/GOLD/spend', { amount: 1 }, key)).status).toBe(403);

  const list = await run('list');
  expect(list.code).toBe(0);
  expect(list.output).toMatch(
    new RegExp(`^my-game  wallet:read  since .*\\n    …${key.slice(-4)}  since 2`, 'm'),
  );
  expect(list.output).not.toContain(key);
});

it('stores nothing that reveals a key', async () => {
  const key = await mint('create', 'hashed', 'wallet:read');
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(`SELECT key.*, encode(hash, 'hex') AS hex FROM client_keys AS key`);
  await client.end();
  expect(JSON.stringify(rows)).not.toContain(key.slice(3, -4));
});

it('rotates keys: the new and the old one work, a third is rejected, and the old one can be revoked', async () => {
  const old = await mint('create', 'rotating', 'wallet:read', 'wallet:write');
  expect(await statusWith(old)).toBe(200);
  const next = await mint('rotate', 'rotating');
  expect([await statusWith(old), await statusWith(next)]).toEqual([200, 200]);

  const third = await run('rotate', 'rotating');
  expect(third.code).toBe(1);
  expect(third.output).toMatch(
    new RegExp(
      `^wallet: rotating already has two live keys, ending in ${old.slice(-4)} and ${next.slice(-4)}: first revoke`,
    ),
  );

  expect(await run('revoke', 'rotating', old.slice(-4))).toMatchObject({ code: 0 });
  await untilRefused(old);
  expect(await statusWith(next)).toBe(200);
  const another = await mint('rotate', 'rotating');
  expect([await statusWith(next), await statusWith(another)]).toEqual([200, 200]);
});

it('changes the scopes of a client and keeps its key', async () => {
  const key = await mint('create', 'shop', 'wallet:read', 'wallet:write');
  const statuses = async () => [
    await statusWith(key, '/v1/assets'),
    (await post('/v1/wallets/alice/GOLD/bonus', { amount: 0 }, key)).status,
    (await post('/v1/wallets/alice/GOLD/spend', { amount: 0 }, key)).status,
  ];
  expect(await statuses()).toEqual([200, 400, 400]);
  const { code, output } = await run('scopes', 'shop', 'wallet:spend');
  expect({ code, output }).toMatchObject({
    code: 0,
    output: expect.stringMatching(/shop now has wallet:spend/),
  });
  while ((await statusWith(key)) !== 403) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await statuses()).toEqual([403, 403, 400]);
  expect((await run('list')).output).toMatch(/^shop {2}wallet:spend {2}since/m);
});

it('sets, shows and removes the storage limits of a client', async () => {
  const key = await mint('create', 'storing', 'wallet:read', 'wallet:write');
  const spend = async () => {
    const answer = await fetch(`${service.url}/v1/wallets/alice/GOLD/spend`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      body: '{"amount": 1000000}',
    });
    return answer.status;
  };
  expect(await run('limit', 'storing', '--daily-refusals', '1', '--daily-bytes', '5000')).toMatchObject({
    code: 0,
    output: expect.stringMatching(/Limited storing.*within 5 seconds/) as string,
  });
  expect([await spend(), await spend()]).toEqual([422, 429]);
  expect((await run('list')).output).toMatch(
    /^storing .*\n {4}stores at most 1 refusals and 5000 bytes in a day$/m,
  );

  expect((await run('limit', 'storing', '--daily-refusals', 'off', '--daily-bytes', 'off')).code).toBe(0);
  while ((await spend()) === 429) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await spend()).toBe(422);
  expect((await run('list')).output).not.toMatch(/^storing .*\n {4}stores/m);

  for (const [args, code] of [
    [['limit', 'storing'], 2],
    [['limit', 'storing', '--daily-tears', '5'], 2],
    [['limit', 'storing', '--daily-refusals', 'many'], 1],
    [['limit', 'storing', '--daily-bytes', '2147483648'], 1],
    [['limit', 'ghost', '--daily-bytes', '1'], 1],
  ] as const) {
    expect((await run(...args)).code).toBe(code);
  }
});

it('sets, shows and removes the largest adjustment of a client', async () => {
  const key = await mint('create', 'adjusting', 'wallet:adjust', '--max-adjustment', '5');
  const adjust = async () => {
    const body = { direction: 'credit', amount: 6, reason: 'a test' };
    return (await post('/v1/wallets/alice/GOLD/adjustments', body, key)).status;
  };
  expect(await adjust()).toBe(422);
  expect((await run('list')).output).toMatch(/^adjusting .*\n {4}adjusts a balance by at most 5$/m);
  expect(await run('limit', 'adjusting', '--max-adjustment', '9007199254740991')).toMatchObject({ code: 0 });
  expect((await run('list')).output).toMatch(
    /^adjusting .*\n {4}adjusts a balance by at most 9007199254740991$/m,
  );
  expect(await run('limit', 'adjusting', '--max-adjustment', 'off')).toMatchObject({ code: 0 });
  expect((await run('list')).output).not.toMatch(/^adjusting .*\n {4}adjusts/m);
  while ((await adjust()) !== 201) await new Promise((resolve) => setTimeout(resolve, 50));

  for (const [args, code] of [
    [['limit', 'adjusting', '--max-adjustment', '9007199254740992'], 1],
    [['limit', 'adjusting', '--max-adjustment', '-1'], 2],
    [['limit', 'adjusting', 'wallet:read', '--max-adjustment', '1'], 2],
    [['create', 'never', 'wallet:adjust', '--max-adjustment', 'much'], 1],
    [['create', 'never', 'wallet:adjust', '--max-tears', '1'], 2],
  ] as const) {
    expect((await run(...args)).code).toBe(code);
  }
});

it('revokes a client with all its keys, permanently', async () => {
  const keys = [await mint('create', 'leaver', 'admin'), await mint('rotate', 'leaver')];
  for (const key of keys) expect(await statusWith(key, '/v1/none')).toBe(404);
  expect(await run('revoke', 'leaver')).toMatchObject({
    code: 0,
    output: expect.stringMatching(/leaver with all of its keys.*within 5 seconds/) as string,
  });
  for (const key of keys) await untilRefused(key);
  for (const args of [
    ['rotate', 'leaver'],
    ['revoke', 'leaver'],
    ['create', 'leaver', 'admin'],
  ]) {
    expect((await run(...args)).code).toBe(1);
  }
  expect((await run('list')).output).toMatch(/^leaver {2}admin {2}revoked .*(\n {4}….* revoked .*){2}/m);
});

it('records each change of a client with the login of the operator, and nothing that reveals a key', async () => {
  const keys = [await mint('create', 'recorded', 'wallet:write', 'wallet:read')];
  keys.push(await mint('rotate', 'recorded'));
  const [first, second] = keys.map((key) => key.slice(-4));
  for (const args of [
    ['limit', 'recorded', '--daily-bytes', '5'],
    ['limit', 'recorded', '--daily-bytes', '5'],
    ['limit', 'recorded', '--max-adjustment', '7'],
    ['scopes', 'recorded', 'admin'],
    ['revoke', 'recorded', first!],
    ['revoke', 'recorded'],
  ]) {
    expect((await run(...args)).code).toBe(0);
  }

  const answer = await fetch(`${service.url}/v1/changes?kind=client&subject=recorded`, {
    headers: { authorization: 'Bearer demo-admin-key' },
  });
  const text = await answer.text();
  const { data } = JSON.parse(text) as { data: Record<'by' | 'before' | 'after', unknown>[] };
  const unlimited = { dailyRefusals: null, dailyBytes: null, maxAdjustment: null };
  const created = { scopes: ['wallet:read', 'wallet:write'], ...unlimited };
  const states = [
    { ...created, revoked: false, keys: [first] },
    { ...created, revoked: false, keys: [first, second] },
    { ...created, dailyBytes: 5, revoked: false, keys: [first, second] },
    { ...created, dailyBytes: 5, maxAdjustment: 7, revoked: false, keys: [first, second] },
    { ...created, dailyBytes: 5, maxAdjustment: 7, scopes: ['admin'], revoked: false, keys: [first, second] },
    { ...created, dailyBytes: 5, maxAdjustment: 7, scopes: ['admin'], revoked: false, keys: [second] },
    { ...created, dailyBytes: 5, maxAdjustment: 7, scopes: ['admin'], revoked: true, keys: [] },
  ];
  const operator = `operator:${decodeURIComponent(new URL(database.url).username)}`;
  expect(data.toReversed()).toMatchObject(
    states.map((after, index) => ({ by: operator, before: states[index - 1] ?? null, after })),
  );
  for (const key of keys) {
    expect(text).not.toContain(key.slice(3, -4));
    expect(text).not.toContain(hash('sha256', key, 'hex'));
    expect(text).not.toContain(hash('sha256', key, 'base64'));
  }
});

it('revokes no key if the hint does not match', async () => {
  const key = await mint('create', 'careful', 'wallet:read');
  const result = await run('revoke', 'careful', key.endsWith('AAAA') ? 'BBBB' : 'AAAA');
  expect(result).toMatchObject({
    code: 1,
    output: expect.stringMatching(/no live key ending in/) as string,
  });
  expect(await statusWith(key)).toBe(200);
});

it('reports a database without the schema, with a remedy', async () => {
  const empty = await createEmptyDatabase();
  const result = await runProgram({
    program: 'commands/client',
    args: ['list'],
    env: { DATABASE_URL: empty.url },
  });
  expect(result).toMatchObject({
    code: 1,
    output: expect.stringMatching(/run `npm run migrate` first/) as string,
  });
  await empty.drop();
});

describe('with the embedded database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wallet-client-'));
    // Started as root, PostgreSQL runs as another user, which needs access.
    await chmod(folder, 0o755);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('works before the first start of the service and while it runs, without demo keys', async () => {
    const env = { DATA_DIR: folder, SEED_DEMO: 'false' };
    const embedded = (...args: string[]) => runProgram({ program: 'commands/client', args, env });
    const first = keyIn((await embedded('create', 'early', 'wallet:read')).output);

    const running = await startProgram({ env });
    await untilReady(running);
    expect(running.output()).toMatch(/npm run client -- create my-game/);
    expect(running.output()).not.toMatch(/demo/);
    const second = keyIn((await embedded('create', 'late', 'wallet:read')).output);
    const statuses = [first, second, 'demo-game-key', 'demo-admin-key'].map((key) =>
      statusWith(key, '/v1/assets', running.url),
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 401, 401]);

    running.child.kill('SIGTERM');
    expect(await running.exit).toBe(0);
  });
});
