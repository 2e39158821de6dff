import { type Actor, Journal } from '@app/ledger';
import { keyOf, topup } from '../../support/postings.js';
import type { Answer } from '../../support/wallet-client.js';
import { createClient, rotateKey } from '../support/client.js';
import {
  type ContractClient,
  type ContractService,
  startContractService,
} from '../support/contract-service.js';
import { becomePlayer } from '../support/player.js';

/** The actor of a transaction, in every answer that shows it or one of its entries. */
let service: ContractService;
let game: ContractClient;
let player: ContractClient;

/** A CSV cell shows an actor as `kind:id`; a spreadsheet would read a leading plus sign as a formula. */
const paula = '+steam:1';
const wallet = `/v1/wallets/${paula}`;

const gameServer: Actor = { kind: 'client', id: 'game-server' };
const thePlayer: Actor = { kind: 'player', id: paula };

beforeAll(async () => {
  service = await startContractService({ welcomeGrant: { asset: 'GOLD', amount: 100 } });
  const scopes = ['wallet:read', 'wallet:write', 'users:write'];
  game = service.as((await createClient(service, gameServer.id, { scopes })).key);
  player = (await becomePlayer(service, paula)).client;
  await service.client.post(`${wallet}/SILVER/topup`, { amount: 500 });
});
afterAll(() => service.audit());
afterAll(() => service.close());

interface Transaction {
  id: string;
  userId: string;
  asset: string;
  actor: Actor;
}

interface Entry {
  transactionId: string;
  actor: Actor;
}

const period = `from=${daysFromNow(-1)}&to=${daysFromNow(1)}`;

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

/** The actor of a transaction according to each route that shows it. */
async function shown({ id, userId, asset }: Transaction): Promise<Record<string, unknown>> {
  const read = async (path: string, accept = 'application/json'): Promise<Answer> => {
    const answer = await service.client.get(path, { accept });
    expect(answer.status).toBe(200);
    return answer;
  };
  const isIt = (found: { id?: string; transactionId?: string }) => (found.id ?? found.transactionId) === id;
  const ofList = async (path: string) =>
    ((await read(path)).json as { data: Transaction[] }).data.find(isIt)?.actor;
  const account = `/v1/wallets/${userId}/${asset}`;
  const statement = `${account}/statement?${period}`;
  const document = (await read(statement)).json as { entries: Entry[] };
  const lines = (await read(statement, 'application/x-ndjson')).text.trimEnd().split('\n');
  const [header = '', ...records] = (await read(statement, 'text/csv')).text.trimEnd().split('\r\n');
  const record = records.find((each) => each.includes(id));
  expect(header).toMatch(/,actorKind,actorId$/);
  return {
    transaction: ((await read(`/v1/transactions/${id}`)).json as Transaction).actor,
    list: await ofList(`/v1/transactions?limit=100&userId=${encodeURIComponent(userId)}`),
    follower: await ofList('/v1/transactions?limit=100&after=start'),
    entries: await ofList(`${account}/entries?limit=100`),
    json: document.entries.find(isIt)?.actor,
    ndjson: lines.map((line) => JSON.parse(line) as Entry).find(isIt)?.actor,
    csv: record?.split(',').slice(-2),
  };
}

function everywhere(actor: Actor, cell = actor.id): Record<string, unknown> {
  const members = ['transaction', 'list', 'follower', 'entries', 'json', 'ndjson'];
  return { ...Object.fromEntries(members.map((member) => [member, actor])), csv: [actor.kind, cell] };
}

/** The actor in the answer to a write and in every later read. */
async function expectCause(answer: Answer, actor: Actor, cell?: string): Promise<void> {
  expect(answer).toMatchObject({ status: 201, json: { actor } });
  expect(await shown(answer.json as Transaction)).toEqual(everywhere(actor, cell));
}

it.each([
  ['a top-up', () => game.post('/v1/wallets/carol/GOLD/topup', { amount: 500 })],
  ['a spend', () => game.post('/v1/wallets/carol/GOLD/spend', { amount: 1 })],
  ['a completed task', () => game.post('/v1/wallets/carol/tasks/tutorial/complete', {})],
  ['a purchase for a player', () => game.post(`${wallet}/purchases`, { item: 'health-potion' })],
])('names the client for %s', async (_what, write) => {
  await expectCause(await write(), gameServer);
});

it.each([
  ['a purchase', () => player.post(`${wallet}/purchases`, { item: 'health-potion' })],
  ['a conversion', () => player.post(`${wallet}/convert`, { from: 'SILVER', to: 'GOLD', amount: 50 })],
  ['a completed task', () => player.post(`${wallet}/tasks/tutorial/complete`, {})],
])('names the player for %s, and keeps a spreadsheet from running the id', async (_what, write) => {
  await expectCause(await write(), thePlayer, `'${paula}`);
});

it.each([
  ['a player who signed up', () => Promise.resolve(paula)],
  [
    'a user whom a client registered',
    async () => {
      expect((await game.post('/v1/users', { userId: 'dora' })).status).toBe(201);
      return 'dora';
    },
  ],
])('names the actor house:welcome for the welcome grant of %s', async (_whose, register) => {
  const grant = await only(`userId=${encodeURIComponent(await register())}&type=bonus`);
  expect(await shown(grant)).toEqual(everywhere({ kind: 'house', id: 'welcome' }));
});

it('names the actor house:seed for seeded balances', async () => {
  const seeded = await only('userId=bob&asset=LOYALTY&reference=seed');
  expect(await shown(seeded)).toEqual(everywhere({ kind: 'house', id: 'seed' }));
});

async function only(query: string): Promise<Transaction> {
  const { data } = (await service.client.get(`/v1/transactions?${query}`)).json as { data: Transaction[] };
  expect(data).toHaveLength(1);
  return data[0]!;
}

describe('under one key', () => {
  it('names the same client for each of its API keys', async () => {
    const second = service.as(await rotateKey(service, gameServer.id));
    const write = (client: ContractClient) =>
      client.post('/v1/wallets/carol/GOLD/topup', { amount: 1 }, 'once');
    const first = await write(game);
    const replay = await write(second);
    expect(replay.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    expect(replay.text).toBe(first.text);
    await expectCause(replay, gameServer);
  });

  it('separates a client from a player: each has a key space', async () => {
    const buy = (client: ContractClient) =>
      client.post(`${wallet}/purchases`, { item: 'health-potion' }, 'same');
    for (let times = 0; times < 2; times++) {
      expect((await buy(game)).json).toMatchObject({ actor: gameServer });
      expect((await buy(player)).json).toMatchObject({ actor: thePlayer });
    }
  });

  it('names its first user, within a batch and later', async () => {
    const journal = service.app.get(Journal, { strict: false });
    const key = keyOf('contested');
    const post = async (actor: Actor) => {
      const outcome = await journal.post(topup('erin', 5), { ...key, actor });
      return 'refusal' in outcome ? outcome : { ...outcome.transaction.actor, replayed: outcome.replayed };
    };
    // The first batch leaves immediately; the next takes the other two.
    const before = journal.post(topup('erin', 1), keyOf());
    const outcomes = await Promise.all([post(gameServer), post(thePlayer)]);
    await before;
    expect(outcomes).toEqual([
      { ...gameServer, replayed: false },
      { ...gameServer, replayed: true },
    ]);
    expect(await post({ kind: 'house', id: 'seed' })).toEqual({ ...gameServer, replayed: true });
  });
});
