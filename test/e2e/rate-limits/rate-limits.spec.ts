import { once } from 'node:events';
import { defaultRateLimits } from '../../../apps/wallet-api/src/request/rate-limits/rate-limits.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { createClient } from '../support/client.js';
import { asOwner } from '../support/owner.js';
import { becomePlayer, password, type Player, post } from '../support/player.js';
import { expectProblem } from '../support/problem-codes.js';
import { openSocket } from '../support/raw-socket.js';
import type { Answer } from '../../support/wallet-client.js';

const hour = 3_600;
const startedAt = performance.now();
/** The least time left of a window, which started after this file. */
const leastLeft = () => hour - Math.ceil((performance.now() - startedAt) / 1_000) - 1;

let service: ContractService;
beforeAll(async () => {
  service = await startContractService({
    trustProxy: ['loopback'],
    rateLimits: {
      clients: { quota: 5, seconds: hour },
      players: { quota: 3, seconds: hour },
      signUp: { quota: 3, seconds: hour },
      login: { quota: 2, seconds: hour },
      unauthenticated: { quota: 3, seconds: hour },
    },
  });
});
afterAll(() => service.audit());
afterAll(() => service.close());

/** The `r` of each limit in an answer. Checks that its `t` is within the window. */
function remaining(answer: Answer): Record<string, number> {
  const items = String(answer.headers['ratelimit']).split(', ');
  return Object.fromEntries(
    items.map((item) => {
      const [, name = '', left, seconds] = /^"(\w+)";r=(\d+);t=(\d+)$/.exec(item) ?? [];
      expect(Number(seconds)).toBeGreaterThanOrEqual(leastLeft());
      expect(Number(seconds)).toBeLessThanOrEqual(hour);
      return [name, Number(left)];
    }),
  );
}

function expectLimited(answer: Answer): void {
  expectProblem(answer, 'rate-limited');
  const wait = Number(answer.headers['retry-after']);
  expect(wait).toBeGreaterThanOrEqual(leastLeft());
  expect(wait).toBeLessThanOrEqual(hour);
}

describe('the limit of clients', () => {
  it('is reported with every answer and rejects requests beyond it', async () => {
    const game = service.as('demo-game-key');
    const answers = [
      await game.get('/v1/assets'),
      await game.get('/v1/wallets/ghost'),
      await game.get('/v1/none'),
      await service.as('demo-game-key').get('/v1/users?limit=0'),
      await game.post('/v1/wallets/alice/GOLD/topup', { amount: 0 }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 400, 400]);
    for (const [index, answer] of answers.entries()) {
      expect(answer.headers['ratelimit-policy']).toBe(`"default";q=5;w=${hour}`);
      expect(remaining(answer)).toEqual({ default: 4 - index });
    }
    const refused = await game.post('/v1/wallets/alice/GOLD/topup', { amount: 1 }, 'limited');
    expectLimited(refused);
    expect(remaining(refused)).toEqual({ default: 0 });
    expect(await asOwner(service.database, `SELECT FROM idempotency_keys WHERE key = 'limited'`)).toEqual([]);
  });

  it('counts each client separately', async () => {
    expect(remaining(await service.client.get('/v1/assets'))).toEqual({ default: 4 });
  });

  it('does not count public routes', async () => {
    const answer = await service.as('demo-game-key').get('/health/live');
    expect([answer.status, answer.headers['ratelimit']]).toEqual([200, undefined]);
  });

  it('is off and unreported by default, while that of players is on', async () => {
    const other = await startContractService({ database: service.database });
    const answer = await other.client.get('/v1/assets');
    expect(answer.headers).not.toHaveProperty('ratelimit');
    expect(answer.headers).not.toHaveProperty('ratelimit-policy');
    const player = await becomePlayer(other, 'default-player');
    const ofPlayer = await player.client.get('/v1/wallets/default-player');
    expect(ofPlayer.headers['ratelimit-policy']).toBe('"default";q=100;w=10');
    await other.close();
  });

  it('lets a rejected key run once the window has passed', async () => {
    const limited = await startContractService({
      database: service.database,
      rateLimits: { ...defaultRateLimits, clients: { quota: 1, seconds: 1 } },
    });
    const spend = (key: string) => limited.client.post('/v1/wallets/alice/GOLD/spend', { amount: 1 }, key);
    // Sent with others, to exceed the limit sooner or later.
    const spendAmongOthers = async (key: string) => {
      const others = Array.from({ length: 5 }, () => limited.client.get('/v1/assets'));
      return (await Promise.all([...others, spend(key)])).at(-1)!;
    };
    let key = 'attempt-0';
    let answer = await spendAmongOthers(key);
    for (let attempt = 1; answer.status !== 429; attempt++) {
      key = `attempt-${attempt}`;
      answer = await spendAmongOthers(key);
    }
    expectProblem(answer, 'rate-limited');
    while (answer.status === 429) answer = await spend(key);
    expect(answer.status).toBe(201);
    expect(answer.headers['idempotency-replayed']).toBeUndefined();
    await limited.close();
  });
});

describe('the limit of players', () => {
  let player: Player;
  beforeAll(async () => {
    player = await becomePlayer(service, 'paula');
  });

  it('counts forbidden requests too, across tokens', async () => {
    expect(remaining(await player.client.get('/v1/wallets/paula'))).toEqual({ default: 2 });
    const { json } = await login('paula', '198.51.100.1');
    const again = service.as(json.accessToken);
    expect(remaining(await again.get('/v1/wallets/alice'))).toEqual({ default: 1 });
    expect(remaining(await again.get('/v1/none'))).toEqual({ default: 0 });
    expectLimited(await player.client.get('/v1/wallets/paula'));
  });
});

function login(userId: string, address: string, given = password): Promise<Answer> {
  return post(service, '/v1/auth/login', { userId, password: given }, { 'x-forwarded-for': address });
}

function signUp(userId: string, address: string): Promise<Answer> {
  return post(service, '/v1/auth/signup', { userId, password }, { 'x-forwarded-for': address });
}

describe('the limit of sign-ups', () => {
  it('counts each address separately, including failures', async () => {
    const answers = [
      await signUp('quentin', '203.0.113.1'),
      await signUp('quentin', '203.0.113.1'),
      await signUp('alice', '203.0.113.1'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 409, 409]);
    expect(answers.map(remaining)).toEqual([{ address: 2 }, { address: 1 }, { address: 0 }]);
    expectLimited(await signUp('rita', '203.0.113.1'));
    expect((await signUp('rita', '203.0.113.2')).status).toBe(201);
  });

  it('counts an IPv6 network as one address', async () => {
    for (const address of ['2001:db8:0:1::1', '2001:db8:0:1::2', '2001:db8:0:1:ffff:ffff:ffff:ffff']) {
      expect((await signUp('alice', address)).status).toBe(409);
    }
    expectLimited(await signUp('alice', '2001:db8:0:1::4'));
    expect((await signUp('alice', '2001:db8:0:2::1')).status).toBe(409);
  });
});

describe('the limit of logins', () => {
  beforeAll(() => signUp('sam', '203.0.113.3'));

  it('counts guesses at one account from all addresses, before it checks the password', async () => {
    const wrong = 'wrong password';
    const first = await login('sam', '198.51.100.10', wrong);
    expectProblem(first, 'unauthenticated');
    expect(first.headers['ratelimit-policy']).toBe(`"address";q=20;w=${hour}, "account";q=2;w=${hour}`);
    expect(remaining(first)).toEqual({ address: 19, account: 1 });
    expectProblem(await login('sam', '198.51.100.11', wrong), 'unauthenticated');
    expectLimited(await login('sam', '198.51.100.12', password));
  });

  it('does not reveal whether the player exists', async () => {
    const guesses = [1, 2, 3].map((host) => login('ghost', `198.51.100.${20 + host}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
    expect(statuses).toEqual([401, 401, 429]);
  });

  it('resets the count of an account after a successful login', async () => {
    await signUp('trudy', '203.0.113.4');
    for (let round = 0; round < 3; round++) {
      expectProblem(await login('trudy', '198.51.100.30', 'wrong password'), 'unauthenticated');
      expect((await login('trudy', '198.51.100.30')).status).toBe(200);
    }
  });

  it('counts an address across accounts, and does not charge those accounts', async () => {
    const limited = await startContractService({
      database: service.database,
      rateLimits: { ...defaultRateLimits, login: { quota: 1, seconds: hour } },
    });
    const guess = (index: number) =>
      post(limited, '/v1/auth/login', { userId: `guessed-${index}`, password: 'wrong password' });
    const answers = await Promise.all(Array.from({ length: 11 }, (_, index) => guess(index)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expectLimited(refused[0]!);
    expect(remaining(refused[0]!)).toEqual({ address: 0 });
    expect(refused[0]!.headers['ratelimit-policy']).toBe(`"address";q=10;w=${hour}`);
    await limited.close();
  });
});

describe('the limit of requests without valid credentials', () => {
  const unknownKey = `wk_${'x'.repeat(43)}`;
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it.each([
    ['without a key', '', '203.0.113.10'],
    ['with a malformed key', 'wrong', '203.0.113.11'],
    ['with a key that does not exist', unknownKey, '203.0.113.12'],
    ['with an invalid token', 'a.b.c', '203.0.113.13'],
  ])('counts requests %s by their address', async (_what, token, address) => {
    const stranger = service.as(token);
    for (const path of ['/v1/assets', '/v1/none', '/v1/wallets/alice']) {
      const answer = await stranger.get(path, from(address));
      expectProblem(answer, 'unauthenticated');
      expect(answer.headers['ratelimit-policy']).toBe(`"address";q=3;w=${hour}`);
    }
    expectLimited(await stranger.get('/v1/assets', from(address)));
    expectProblem(await stranger.get('/v1/assets', from(`${address}0`)), 'unauthenticated');
  });

  it('never limits a valid key or token by its address', async () => {
    const address = '203.0.113.60';
    const other = await startContractService({
      database: service.database,
      trustProxy: ['loopback'],
      rateLimits: { ...defaultRateLimits, unauthenticated: { quota: 1, seconds: hour } },
    });
    const { key } = await createClient(other, 'behind-a-shared-address');
    const player = await becomePlayer(other, 'behind-it-too');
    await other.as('').get('/v1/assets', from(address));
    expectLimited(await other.as(unknownKey).get('/v1/assets', from(address)));
    // Neither the key nor the token is cached yet.
    expect((await other.as(key).get('/v1/assets', from(address))).status).toBe(200);
    expect((await player.client.get('/v1/wallets/behind-it-too', from(address))).status).toBe(200);
    await other.close();
  });

  it('does not count public routes', async () => {
    const address = '203.0.113.61';
    for (let request = 0; request < 5; request++) {
      expect((await service.as('').get('/health/ready', from(address))).status).toBe(200);
    }
  });
});

describe('before the body is read', () => {
  /** The head of a request whose body never arrives. */
  const head = (path: string, address: string, key?: string) =>
    [
      `POST ${path} HTTP/1.1`,
      'Host: wallet',
      `X-Forwarded-For: ${address}`,
      'Content-Type: application/json',
      ...(key === undefined ? [] : [`Authorization: Bearer ${key}`]),
      'Content-Length: 1000',
      '',
      '',
    ].join('\r\n');

  async function firstLineOf(bytes: string): Promise<string> {
    const socket = openSocket(service.url);
    socket.write(bytes);
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return chunk.toString().split('\r\n')[0]!;
  }

  it('rejects a sign-up and a login from an address beyond its limit', async () => {
    for (let request = 0; request < 3; request++)
      await post(service, '/v1/auth/signup', '{', from('203.0.113.70'));
    expect(await firstLineOf(head('/v1/auth/signup', '203.0.113.70'))).toContain('429');
    for (let request = 0; request < 20; request++)
      await post(service, '/v1/auth/login', '{', from('203.0.113.71'));
    expect(await firstLineOf(head('/v1/auth/login', '203.0.113.71'))).toContain('429');
  });

  it('rejects a request without valid credentials', async () => {
    const path = '/v1/wallets/alice/GOLD/topup';
    for (let request = 0; request < 3; request++) {
      expect(await firstLineOf(head(path, '203.0.113.72', 'wrong'))).toContain('401');
    }
    expect(await firstLineOf(head(path, '203.0.113.72', 'wrong'))).toContain('429');
  });

  const from = (address: string) => ({ 'x-forwarded-for': address });
});
