import { defaultRateLimits } from '../../../apps/wallet-api/src/request/rate-limits/rate-limits.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { createClient } from '../support/client.js';
import { asOwner } from '../support/owner.js';
import { becomePlayer, type Player } from '../support/player.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

const funds = {
  asset: 'GOLD',
  balance: expect.any(Number) as number,
  available: expect.any(Number) as number,
  held: 0,
  required: expect.any(Number) as number,
};

/** The daily storage limit of a player. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService({
    playerDaily: { refusals: 3, bytes: 4_000 },
    rateLimits: { ...defaultRateLimits, players: undefined },
  });
});
afterAll(() => service.audit());
afterAll(() => service.close());

let players = 0;
async function newPlayer(): Promise<Player> {
  return becomePlayer(service, `storing-${++players}`);
}

const unaffordable = { item: 'iron-sword', quantity: 1_000_000 };
const affordable = { from: 'GOLD', to: 'DIAMOND', amount: 50 };

const refuse = ({ client, userId }: Player, key: string) =>
  client.post(`/v1/wallets/${userId}/purchases`, unaffordable, key);
const succeed = ({ client, userId }: Player, key: string, details: object = {}) =>
  client.post(`/v1/wallets/${userId}/convert`, { ...affordable, ...details }, key);

function keysOf({ userId }: Pick<Player, 'userId'>): Promise<{ key: string }[]> {
  const sql = `SELECT key FROM idempotency_keys WHERE user_id = $1 AND key LIKE 'k%' ORDER BY key`;
  return asOwner(service.database, sql, [userId]);
}

it('stores refusals up to the limit, then answers 429 without storing', async () => {
  const player = await newPlayer();
  for (const key of ['k1', 'k2', 'k3']) expectProblem(await refuse(player, key), 'insufficient-funds', funds);
  for (const key of ['k4', 'k4', 'k5']) {
    const answer = await refuse(player, key);
    expectProblem(answer, 'rate-limited');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(86_400);
  }
  expect(await keysOf(player)).toEqual([{ key: 'k1' }, { key: 'k2' }, { key: 'k3' }]);
});

it('stores no more than the limit under concurrency', async () => {
  const player = await newPlayer();
  const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => refuse(player, `k${index}`)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array<number>(3).fill(422), ...Array<number>(27).fill(429)]);
  expect(await keysOf(player)).toHaveLength(3);
});

it('never rejects a success, even under a key that was answered 429, and replays stored outcomes', async () => {
  const player = await newPlayer();
  for (const key of ['k1', 'k2', 'k3']) await refuse(player, key);
  const path = `/v1/wallets/${player.userId}/convert`;
  const much = { ...affordable, amount: 500 };
  expectProblem(await player.client.post(path, much, 'k4'), 'rate-limited');
  await service.client.post(`/v1/wallets/${player.userId}/GOLD/topup`, { amount: 400 });
  const done = await player.client.post(path, much, 'k4');
  expect(done.status).toBe(201);

  const replayed = await player.client.post(path, much, 'k4');
  expect([replayed.status, replayed.headers['idempotency-replayed']]).toEqual([201, 'true']);
  expect(replayed.text).toBe(done.text);
  const refused = await refuse(player, 'k1');
  expectProblem(refused, 'insufficient-funds', funds);
  expect(refused.headers['idempotency-replayed']).toBe('true');
  expectProblem(await succeed(player, 'k1'), 'idempotency-key-reused');
});

it('opens no account for an unstored refusal', async () => {
  const player = await newPlayer();
  for (const key of ['k1', 'k2', 'k3']) await refuse(player, key);
  await service.client.post('/v1/assets', { code: `NEW${players}`, name: 'New' });
  await service.client.send({
    method: 'PUT',
    path: `/v1/conversion-rates/GOLD/NEW${players}`,
    headers: { 'content-type': 'application/json' },
    body: '{"fromAmount": 1, "toAmount": 1}',
  });
  const body = { from: 'GOLD', to: `NEW${players}`, amount: 5_000 };
  const convert = () => player.client.post(`/v1/wallets/${player.userId}/convert`, body, 'k4');
  expectProblem(await convert(), 'rate-limited');
  const sql = `SELECT FROM accounts WHERE owner_id = $1 AND asset_code = $2`;
  expect(await asOwner(service.database, sql, [player.userId, body.to])).toEqual([]);
  await service.client.post(`/v1/wallets/${player.userId}/GOLD/topup`, { amount: 5_000 });
  expect((await convert()).status).toBe(201);
});

it('counts the bytes of successes as well', async () => {
  const player = await newPlayer();
  await service.client.post(`/v1/wallets/${player.userId}/GOLD/topup`, { amount: 1_000 });
  const details = { description: 'x'.repeat(256), metadata: { note: 'y'.repeat(200) } };
  for (const key of ['k1', 'k2', 'k3', 'k4']) expect((await succeed(player, key, details)).status).toBe(201);
  expectProblem(await refuse(player, 'k5'), 'rate-limited');
  expect((await succeed(player, 'k6', details)).status).toBe(201);
});

it('counts each player separately', async () => {
  const [one, other] = [await newPlayer(), await newPlayer()];
  for (const key of ['k1', 'k2', 'k3', 'k4']) await refuse(one, key);
  expectProblem(await refuse(other, 'k1'), 'insufficient-funds', funds);
});

it('still answers 404 beyond the limit, since no 404 is stored', async () => {
  const player = await newPlayer();
  for (const key of ['k1', 'k2', 'k3']) await refuse(player, key);
  const answer = await player.client.post(
    `/v1/wallets/${player.userId}/purchases`,
    { item: 'nothing' },
    'k4',
  );
  expectProblem(answer, 'item-not-found', { item: 'nothing' });
});

it('executes the requests of other callers while refusals on the same wallet are undone', async () => {
  const player = await newPlayer();
  for (const key of ['k1', 'k2', 'k3']) await refuse(player, key);
  const topUp = () => service.client.post(`/v1/wallets/${player.userId}/GOLD/topup`, { amount: 50 });
  const requests = Array.from({ length: 20 }, (_, index) => [
    refuse(player, `k4-${index}`),
    topUp(),
    topUp().then(() => succeed(player, `k5-${index}`)),
  ]);
  const answers = await Promise.all(requests.map((each) => Promise.all(each)));
  for (const statuses of answers.map((each) => each.map(({ status }) => status))) {
    expect(statuses).toEqual([429, 201, 201]);
  }
  expect(await keysOf(player)).toHaveLength(3 + 20);
});

describe('a client', () => {
  const path = '/v1/wallets/alice/GOLD/spend';
  const body = { amount: 9_000_000 };

  it('has no limit by default', async () => {
    for (let request = 0; request < 10; request++) {
      expectProblem(await service.client.post(path, body), 'insufficient-funds', funds);
    }
  });

  it('has the limit set by its operator', async () => {
    const { key } = await createClient(service, 'limited-client', { limits: { refusals: 2 } });
    const client = service.as(key);
    for (let request = 0; request < 2; request++) {
      expectProblem(await client.post(path, body), 'insufficient-funds', funds);
    }
    expectProblem(await client.post(path, body), 'rate-limited');
    expect((await client.post(path, { amount: 1 })).status).toBe(201);
  });
});

describe('the metadata of a player', () => {
  let player: Player;
  beforeAll(async () => {
    player = await newPlayer();
    await service.client.post(`/v1/wallets/${player.userId}/GOLD/topup`, { amount: 1_000 });
  });

  it('has at most 256 bytes', async () => {
    const fits = { note: 'é'.repeat(122) };
    expect(Buffer.byteLength(JSON.stringify(fits))).toBe(255);
    expect((await succeed(player, 'fits', { metadata: fits })).status).toBe(201);
    const answer = await succeed(player, 'too-large', { metadata: { note: 'é'.repeat(123) } });
    expectProblem(answer, 'validation-failed', faultAt('/metadata'));
  });

  it.each(['purchase', 'task', 'conversion'])('cannot set %s, which the catalogue writes', async (member) => {
    const metadata = { [member]: { item: 'iron-sword', unitPrice: 0 } };
    for (const [action, body] of [
      ['convert', affordable],
      ['purchases', { item: 'iron-sword' }],
      ['tasks/daily-login/complete', {}],
    ] as const) {
      const answer = await player.client.post(`/v1/wallets/${player.userId}/${action}`, {
        ...body,
        metadata,
      });
      expectProblem(answer, 'validation-failed', faultAt('/metadata'));
    }
  });

  it('is optional and may be null', async () => {
    expect((await succeed(player, 'null', { metadata: null })).status).toBe(201);
  });
});
