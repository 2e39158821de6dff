import { scryptSync } from 'node:crypto';
import { defaultRateLimits } from '../../../apps/wallet-api/src/request/rate-limits/rate-limits.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';
import { becomePlayer, password, post } from '../support/player.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

const many = { quota: 10_000, seconds: 60 };

let service: ContractService;
beforeAll(async () => {
  service = await startContractService({ rateLimits: { ...defaultRateLimits, signUp: many, login: many } });
});
afterAll(() => service.audit());
afterAll(() => service.close());

const signUp = (body: unknown) => post(service, '/v1/auth/signup', body);
const logIn = (body: unknown) => post(service, '/v1/auth/login', body);

/** The public claims of a token. */
function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
}

describe('a sign-up', () => {
  it('returns a token for fifteen minutes and opens an account in every asset', async () => {
    const before = Math.floor(Date.now() / 1000);
    const { status, json } = await signUp({ userId: 'paula', password });
    expect({ status, json: json as unknown }).toEqual({
      status: 201,
      json: { userId: 'paula', accessToken: expect.any(String), tokenType: 'Bearer', expiresIn: 900 },
    });
    const claims = claimsOf(json.accessToken);
    const { iat } = claims as { iat: number };
    expect(iat).toBeGreaterThanOrEqual(before);
    expect(claims).toEqual({
      iss: 'internal-wallet-service',
      aud: 'internal-wallet-service',
      sub: 'paula',
      iat,
      exp: iat + 900,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    const wallet = await service.as(json.accessToken).get('/v1/wallets/paula');
    const { balances } = wallet.json as { balances: { asset: string }[] };
    expect(balances.map(({ asset }) => asset)).toEqual(['DIAMOND', 'GOLD', 'LOYALTY', 'SILVER']);
  });

  it('stores only a salted hash of the password, with its parameters', async () => {
    await becomePlayer(service, 'quentin');
    const rows = await asOwner(service.database, `SELECT * FROM players WHERE user_id = 'quentin'`);
    expect(rows).toMatchObject([
      { password_hash: expect.stringMatching(/^\$scrypt\$ln=14,r=8,p=5\$[\w+/]{22}\$[\w+/]{43}$/) as string },
    ]);
    expect(JSON.stringify(rows)).not.toContain(password);
  });

  it('pays the welcome grant once', async () => {
    const { client } = await becomePlayer(service, 'olga');
    expect((await client.get('/v1/wallets/olga/GOLD')).json).toMatchObject({ balance: 100, version: 1 });
    expect((await client.get('/v1/wallets/olga/GOLD/entries')).json).toMatchObject({
      data: [{ type: 'bonus' }],
    });
    await logIn({ userId: 'olga', password });
    expect((await client.get('/v1/wallets/olga/GOLD')).json).toMatchObject({ balance: 100, version: 1 });
  });

  it('creates the player even if the welcome grant fails, and the next login pays it', async () => {
    const journal = { queueLength: 0 };
    const overloaded = await startContractService({ database: service.database, journal });
    const { client } = await becomePlayer(overloaded, 'petra');
    expect((await client.get('/v1/wallets/petra/GOLD')).json).toMatchObject({ balance: 0 });
    await overloaded.close();

    for (let login = 0; login < 2; login++) {
      const { json } = await logIn({ userId: 'petra', password });
      const wallet = await service.as(String(json.accessToken)).get('/v1/wallets/petra/GOLD');
      expect(wallet.json).toMatchObject({ balance: 100, version: 1 });
    }
  });

  it('creates a user like any other', async () => {
    await becomePlayer(service, 'nora');
    expect((await service.client.get('/v1/users/nora')).json).toMatchObject({
      registered: true,
      metadata: {},
    });
  });

  it.each([
    ['role: admin', { role: 'admin' }, '/role'],
    ['an unknown member', { isAdmin: true }, '/isAdmin'],
    ['scopes', { scopes: ['admin'] }, '/scopes'],
    ['a password of seven characters', { password: '1234567' }, '/password'],
    ['a password of 129 characters', { password: 'x'.repeat(129) }, '/password'],
    ['the user id as a password', { userId: 'long-enough', password: 'Long-Enough' }, '/password'],
    ['a lone surrogate', { password: '12345678\ud800' }, '/password'],
    ['a password that is a number', { password: 1234567890 }, '/password'],
    ['no password', { password: undefined }, '/password'],
    ['a missing user id', { userId: undefined }, '/userId'],
    ['a user id with a space', { userId: 'rita b' }, '/userId'],
    ['a user id of 65 characters', { userId: 'r'.repeat(65) }, '/userId'],
  ])('is rejected with %s', async (_fault, members, pointer) => {
    const body = JSON.stringify({ userId: 'rita', password, ...members });
    expectProblem(await signUp(body), 'validation-failed', faultAt(pointer));
    expect(await asOwner(service.database, `SELECT FROM players WHERE user_id = 'rita'`)).toEqual([]);
  });

  it.each([
    ['no body', '', 'malformed-json'],
    ['a body that is not JSON', '{', 'malformed-json'],
    ['a duplicate member', '{"userId":"a","userId":"b","password":"12345678"}', 'malformed-json'],
    ['an array', '[]', 'validation-failed'],
  ] as const)('is rejected with %s', async (_fault, body, code) => {
    const answer = await signUp(body);
    expect(answer.json).toMatchObject({ code });
  });

  it('rejects the id of another player', async () => {
    await becomePlayer(service, 'sam');
    expectProblem(await signUp({ userId: 'sam', password: 'another password' }), 'user-exists');
    expect((await logIn({ userId: 'sam', password })).status).toBe(200);
  });

  it('rejects an id that the game has credited or registered, whose wallet it would take over', async () => {
    await service.client.post('/v1/wallets/trudy/GOLD/topup', { amount: 5 });
    await service.client.post('/v1/users', { userId: 'tina' });
    for (const userId of ['trudy', 'tina', 'alice']) {
      expectProblem(await signUp({ userId, password }), 'user-exists');
      expectProblem(await logIn({ userId, password }), 'unauthenticated');
    }
  });

  it('treats ids as case-sensitive', async () => {
    await becomePlayer(service, 'Uma');
    await becomePlayer(service, 'uma');
  });
});

describe('a login', () => {
  beforeAll(() => becomePlayer(service, 'victor'));

  it('returns a new token each time', async () => {
    const answers = [
      await logIn({ userId: 'victor', password }),
      await logIn({ userId: 'victor', password }),
    ];
    const tokens = answers.map(({ json }) => String(json.accessToken));
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect((await service.as(token).get('/v1/wallets/victor')).status).toBe(200);
  });

  it('accepts a password in any Unicode normalisation', async () => {
    await signUp({ userId: 'zoë'.replace('ë', 'e'), password: 'Zoë und Chloé'.normalize('NFD') });
    const answer = await logIn({ userId: 'zoe', password: 'Zoë und Chloé'.normalize('NFC') });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['with a no-break space', 'Zoë und Chloé', 'Zoë\u00a0und\u00a0Chloé'],
    ['of the maximum length', 'é'.normalize('NFC').repeat(128), 'é'.normalize('NFD').repeat(128)],
  ])('accepts a password %s in every Unicode form', async (what, chosen, typed) => {
    const userId = what.replaceAll(' ', '-');
    expect((await signUp({ userId, password: chosen })).status).toBe(201);
    expect((await logIn({ userId, password: typed })).status).toBe(200);
  });

  it('answers the same to a wrong password as to a player who does not exist', async () => {
    const [wrong, unknown] = [
      await logIn({ userId: 'victor', password: 'wrong password' }),
      await logIn({ userId: 'ghost', password: 'wrong password' }),
    ];
    for (const answer of [wrong, unknown]) {
      expectProblem(answer, 'unauthenticated');
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="wallet"');
    }
    expect({ ...unknown.json, requestId: '' }).toEqual({ ...wrong.json, requestId: '' });
  });

  it.each([
    ['an unknown member', { role: 'admin' }, '/role'],
    ['a password beyond the maximum length', { password: 'x'.repeat(129) }, '/password'],
    ['a password that is not a string', { password: { $ne: null } }, '/password'],
    ['an invalid user id', { userId: "' OR 1=1 --" }, '/userId'],
  ])('is rejected with %s', async (_fault, members, pointer) => {
    expectProblem(
      await logIn({ userId: 'victor', password, ...members }),
      'validation-failed',
      faultAt(pointer),
    );
  });

  it('accepts a hash with other parameters and leaves it unchanged', async () => {
    const salt = Buffer.alloc(16, 7);
    const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
    const bytes = scryptSync(password, salt, 32, { N: 2 ** 4, r: 8, p: 1 });
    await becomePlayer(service, 'walter');
    const stored = `$scrypt$ln=4,r=8,p=1$${unpadded(salt)}$${unpadded(bytes)}`;
    await asOwner(service.database, `UPDATE players SET password_hash = $1 WHERE user_id = 'walter'`, [
      stored,
    ]);

    expect((await logIn({ userId: 'walter', password: 'wrong password' })).status).toBe(401);
    expect((await logIn({ userId: 'walter', password })).status).toBe(200);
    expect(
      await asOwner(service.database, `SELECT password_hash FROM players WHERE user_id = 'walter'`),
    ).toEqual([{ password_hash: stored }]);
  });
});

describe('a burst', () => {
  it('of sign-ups for one id creates one player', async () => {
    const burst = Array.from({ length: 20 }, (_, index) =>
      signUp({ userId: 'xena', password: `${password} ${index}` }),
    );
    const answers = await Promise.all(burst);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
    const winner = answers.findIndex(({ status }) => status === 201);
    expect((await logIn({ userId: 'xena', password: `${password} ${winner}` })).status).toBe(200);
  });

  // Unknown players queue and are shed like known ones, because a password is hashed for both.
  it('of logins queues, and is shed beyond the limit, for known and unknown players', async () => {
    const userIds = Array.from({ length: 40 }, (_, index) => (index % 2 ? 'victor' : 'ghost'));
    const answers = await Promise.all(userIds.map((userId) => logIn({ userId, password: 'wrong password' })));
    const isRefused = (index: number) => answers[index]!.status === 503;
    expect(new Set(userIds.filter((_, index) => isRefused(index)))).toEqual(new Set(['victor', 'ghost']));
    for (const [index, answer] of answers.entries()) {
      expectProblem(answer, isRefused(index) ? 'overloaded' : 'unauthenticated');
      if (isRefused(index)) expect(answer.headers['retry-after']).toBe('1');
    }
    expect(answers.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(21);
    // Wallets kept working, and logins succeed again.
    expect((await service.client.get('/v1/wallets/alice')).status).toBe(200);
    expect((await logIn({ userId: 'victor', password })).status).toBe(200);
  });
});

describe('where sign-up is switched off', () => {
  it('answers route-not-found to any body, and still lets players log in', async () => {
    const options = {
      players: { signUp: false, tokens: { issuer: 'i', audience: 'a', secret: Buffer.alloc(32) } },
    };
    await becomePlayer(service, 'yves');
    const other = await startContractService({ ...options, database: service.database });
    for (const body of [{ userId: 'zack', password }, {}]) {
      const answer = await post(other, '/v1/auth/signup', body);
      expectProblem(answer, 'route-not-found');
      expect(answer.json).toMatchObject({ detail: 'Sign-up is switched off (SIGN_UP).' });
    }
    expect((await post(other, '/v1/auth/login', { userId: 'yves', password })).status).toBe(200);
    await other.close();
  });
});
