import type { IncomingMessage } from 'node:http';
import { asWritten } from '../../support/as-written.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze, unfreeze } from '../support/freezing.js';
import { expectProblem } from '../support/problem-codes.js';
import { openSocket } from '../support/raw-socket.js';
import type { Answer } from '../../support/wallet-client.js';
import { allAvailable } from '../support/shapes.js';

/** Sequential retries with the same key by one caller. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

function expectReplay(replay: Answer, first: Answer): void {
  expect({ status: replay.status, text: replay.text }).toEqual({ status: first.status, text: first.text });
  expect(first.headers['idempotency-replayed']).toBeUndefined();
  expect(replay.headers['idempotency-replayed']).toBe('true');
  expect(replay.headers['content-type']).toBe(first.headers['content-type']);
}

/** A replayed refusal carries the id of the current request; everything else is unchanged. */
function expectSameRefusal(replay: Answer, first: Answer): void {
  const requestId = replay.headers['x-request-id'];
  expect(requestId).not.toBe(first.headers['x-request-id']);
  expectReplay(
    { ...replay, text: replay.text.replace(String(requestId), 'id') },
    {
      ...first,
      text: first.text.replace(String(first.headers['x-request-id']), 'id'),
    },
  );
}

async function balanceOf(userId: string): Promise<unknown> {
  return ((await service.client.get(`/v1/wallets/${userId}/GOLD`)).json as { balance: number }).balance;
}

it.each(['topup', 'bonus', 'spend'])('replays a %s byte for byte and executes it once', async (type) => {
  const path = `/v1/wallets/alice/GOLD/${type}`;
  const body = { amount: 5, reference: 'r', description: 'd', metadata: { b: 1, a: [{ d: 1, c: 0.5 }] } };
  const first = await service.client.post(path, body, `replay-${type}`);
  const balance = await balanceOf('alice');
  expectReplay(await service.client.post(path, body, `replay-${type}`), first);
  expectReplay(await service.client.post(path, body, `replay-${type}`), first);
  expect(await balanceOf('alice')).toBe(balance);
});

it('replays the original balance, whatever has happened since', async () => {
  const spend = () => service.client.post('/v1/wallets/bob/GOLD/spend', { amount: 5 }, 'then');
  const first = await spend();
  await service.client.post('/v1/wallets/bob/GOLD/topup', { amount: 1000 });
  expectReplay(await spend(), first);
});

const path = '/v1/wallets/carol/GOLD/topup';
const original = '{"amount":5,"reference":"r","description":"d","metadata":{"a":1,"b":{"c":[1,2]}}}';

describe('a key that holds an outcome', () => {
  let first: Answer;
  beforeAll(async () => {
    first = await service.client.post(path, original, 'held');
  });
  afterEach(async () => {
    expect(await balanceOf('carol')).toBe(5);
  });

  it.each([
    [
      'members in another order',
      '{"metadata":{"b":{"c":[1,2]},"a":1},"description":"d","amount":5,"reference":"r"}',
    ],
    ['white space', original.replaceAll(/([:,{}[\]])/g, ' $1\r\n\t')],
    ['another spelling of a number', original.replace('"amount":5', '"amount":5.0')],
    ['another spelling of a string', original.replace('"r"', '"\\u0072"')],
  ])('replays for %s', async (_difference, body) => {
    expectReplay(await service.client.post(path, body, 'held'), first);
  });

  it('replays for another spelling of the path', async () => {
    expectReplay(await service.client.post('/v1/wallets/%63arol/GOLD/topup', original, 'held'), first);
  });

  it.each([
    ['amount', original.replace('"amount":5', '"amount":6')],
    ['reference', original.replace('"r"', '"s"')],
    ['reference, which is missing', original.replace('"reference":"r",', '')],
    ['description', original.replace('"d"', '"e"')],
    ['metadata', original.replace('"a":1', '"a":2')],
    ['order inside a list', original.replace('[1,2]', '[2,1]')],
  ])('rejects another %s', async (_difference, body) => {
    const answer = await service.client.post(path, body, 'held');
    expectProblem(answer, 'idempotency-key-reused');
    expect(answer.headers['idempotency-replayed']).toBeUndefined();
  });

  it.each([
    '/v1/wallets/carol/GOLD/bonus',
    '/v1/wallets/carol/SILVER/topup',
    '/v1/wallets/carol/COPPER/topup',
  ])('rejects the other path %s', async (other) => {
    expectProblem(await service.client.post(other, original, 'held'), 'idempotency-key-reused');
  });

  it('is independent of the same key of another user', async () => {
    const answer = await service.client.post('/v1/wallets/caroline/GOLD/topup', original, 'held');
    expect(answer.json).toMatchObject({ userId: 'caroline', balance: 5 });
  });

  it('still replays after all of that', async () => {
    expectReplay(await service.client.post(path, original, 'held'), first);
  });
});

describe('a refusal', () => {
  it('for insufficient funds is replayed after a top-up, under its key only', async () => {
    const spend = (key: string) => service.client.post('/v1/wallets/dora/GOLD/spend', { amount: 50 }, key);
    const first = await spend('poor');
    expectProblem(first, 'insufficient-funds', { asset: 'GOLD', ...allAvailable(0), required: 50 });
    await service.client.post('/v1/wallets/dora/GOLD/topup', { amount: 50 });
    expectSameRefusal(await spend('poor'), first);
    expect(await balanceOf('dora')).toBe(50);
    expect((await spend('rich')).status).toBe(201);
  });

  it('for a frozen wallet is replayed after its release', async () => {
    await service.client.post('/v1/wallets/erin/GOLD/topup', { amount: 10 });
    const spend = () => service.client.post('/v1/wallets/erin/GOLD/spend', { amount: 1 }, 'frozen');
    await freeze(service, 'erin');
    const first = await spend();
    expectProblem(first, 'wallet-frozen', { asset: 'GOLD' });
    await unfreeze(service, 'erin');
    expectSameRefusal(await spend(), first);
  });

  it('for an excessive balance is replayed', async () => {
    const topUp = (amount: number, key: string) =>
      service.client.post('/v1/wallets/frank/GOLD/topup', { amount }, key);
    await topUp(1, 'first');
    const first = await topUp(Number.MAX_SAFE_INTEGER, 'too-large');
    expect(first.json).toMatchObject({ code: 'balance-limit-exceeded' });
    expectSameRefusal(await topUp(Number.MAX_SAFE_INTEGER, 'too-large'), first);
  });

  it('keeps its key from another request', async () => {
    await service.client.post('/v1/wallets/grace/GOLD/spend', { amount: 1 }, 'taken');
    const answer = await service.client.post('/v1/wallets/grace/GOLD/topup', { amount: 1 }, 'taken');
    expectProblem(answer, 'idempotency-key-reused');
  });
});

it('replays a spend after the wallet was frozen', async () => {
  await service.client.post('/v1/wallets/heidi/GOLD/topup', { amount: 10 });
  const spend = (key: string) => service.client.post('/v1/wallets/heidi/GOLD/spend', { amount: 4 }, key);
  const first = await spend('before');
  await freeze(service, 'heidi');
  expectReplay(await spend('before'), first);
  expectProblem(await spend('after'), 'wallet-frozen', { asset: 'GOLD' });
  expect(await balanceOf('heidi')).toBe(6);
});

it.each([
  ['malformed-json', 'application/json', '{"amount": 5,}'],
  ['validation-failed', 'application/json', '{"amount": 0}'],
  ['unsupported-media-type', 'text/plain', '{"amount": 5}'],
  ['body-too-large', 'application/json', `{"amount": 5${' '.repeat(16 * 1024)}}`],
] as const)('does not store %s: the same key works afterwards', async (code, type, body) => {
  const target = '/v1/wallets/ivan/GOLD/topup';
  const headers = { 'content-type': type, 'idempotency-key': `after-${code}` };
  const refused = await service.client.send({ method: 'POST', path: target, headers, body });
  expect(refused.json).toMatchObject({ code });
  const answer = await service.client.post(target, { amount: 5 }, `after-${code}`);
  expect(answer.status).toBe(201);
  expect(answer.headers['idempotency-replayed']).toBeUndefined();
});

it('replays to a client that hung up before the answer', async () => {
  const target = '/v1/wallets/judy/GOLD/topup';
  const body = '{"amount": 5}';
  const keys = Array.from({ length: 20 }, (_, index) => `gone-${index}`);
  for (const key of keys) await sendAndHangUp(target, key, body);

  // No client sees such a request end; its effect is visible.
  while ((await service.client.get('/v1/transactions?userId=judy&limit=100')).json.data.length < keys.length);

  for (const key of keys) {
    const replay = await service.client.post(target, body, key);
    expect(replay.headers['idempotency-replayed']).toBe('true');
    const { id } = replay.json as { id: string };
    const read = await service.client.get(`/v1/transactions/${id}`);
    expect(JSON.stringify(asWritten(read))).toBe(replay.text);
  }
  expect(await balanceOf('judy')).toBe(5 * keys.length);
});

/** Hangs up once the service has read the request; any earlier and a slow machine would lose it. */
async function sendAndHangUp(target: string, key: string, body: string): Promise<void> {
  const socket = openSocket(service.url);
  const read = new Promise<void>((resolve) => {
    service.app.getHttpServer().once('request', (request: IncomingMessage) => request.once('end', resolve));
  });
  socket.write(
    `POST ${target} HTTP/1.1\r\nHost: wallet\r\nAuthorization: Bearer demo-admin-key\r\n` +
      `Content-Type: application/json\r\n` +
      `Idempotency-Key: ${key}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await read;
  socket.destroy();
}
