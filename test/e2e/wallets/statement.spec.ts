import { type ContractService, startContractService } from '../support/contract-service.js';
import { type Page, walk } from '../support/pages.js';
import { expectProblem } from '../support/problem-codes.js';

interface StatementEntry {
  version: number;
  transactionId: string;
  createdAt: string;
}

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

it('lists the entries of a balance, newest first', async () => {
  const topup = await service.client.post('/v1/wallets/carol/GOLD/topup', { amount: 100 });
  const spend = await service.client.post('/v1/wallets/carol/GOLD/spend', {
    amount: 30,
    reference: 'order-17',
    description: 'Iron sword',
    metadata: { slot: 1 },
  });
  const [first, second] = [topup.json, spend.json] as { id: string; createdAt: string }[];
  const { json } = await service.client.get('/v1/wallets/carol/GOLD/entries');
  expect(json).toEqual({
    data: [
      {
        version: 2,
        transactionId: second!.id,
        type: 'spend',
        direction: 'debit',
        amount: 30,
        balanceAfter: 70,
        reference: 'order-17',
        description: 'Iron sword',
        actor: { kind: 'client', id: 'demo-admin' },
        createdAt: second!.createdAt,
      },
      {
        version: 1,
        transactionId: first!.id,
        type: 'topup',
        direction: 'credit',
        amount: 100,
        balanceAfter: 100,
        reference: null,
        description: null,
        actor: { kind: 'client', id: 'demo-admin' },
        createdAt: first!.createdAt,
      },
    ],
    hasMore: false,
  });
});

it('omits other assets and other users', async () => {
  await service.client.post('/v1/wallets/dora/SILVER/topup', { amount: 1 });
  await service.client.post('/v1/wallets/dora/GOLD/topup', { amount: 2 });
  await service.client.post('/v1/wallets/dan/GOLD/topup', { amount: 3 });
  const { json } = await service.client.get('/v1/wallets/dora/GOLD/entries');
  expect(json).toMatchObject({ data: [{ amount: 2, version: 1 }], hasMore: false });
});

it('omits refused postings', async () => {
  await service.client.post('/v1/wallets/erin/GOLD/topup', { amount: 1 });
  await service.client.post('/v1/wallets/erin/GOLD/spend', { amount: 2 });
  const { json } = await service.client.get('/v1/wallets/erin/GOLD/entries');
  expect((json as Page<StatementEntry>).data).toHaveLength(1);
});

it('is empty for an asset that a known user never held', async () => {
  const { json } = await service.client.get('/v1/wallets/bob/DIAMOND/entries');
  expect(json).toEqual({ data: [], hasMore: false });
});

it('answers 404 for an unknown user', async () => {
  const answer = await service.client.get('/v1/wallets/ghost/GOLD/entries');
  expectProblem(answer, 'user-not-found', { userId: 'ghost' });
});

describe('a long statement', () => {
  const path = '/v1/wallets/frank/GOLD/entries';
  const versions = Array.from({ length: 23 }, (_, index) => 23 - index);

  beforeAll(async () => {
    await Promise.all(versions.map(() => service.client.post('/v1/wallets/frank/GOLD/bonus', { amount: 1 })));
  });

  it('defaults to pages of 20', async () => {
    const { json } = await service.client.get(path);
    const { data, hasMore } = json as Page<StatementEntry>;
    expect(data.map(({ version }) => version)).toEqual(versions.slice(0, 20));
    expect(hasMore).toBe(true);
  });

  it.each([
    [1, 23],
    [7, 4],
    [22, 2],
    [23, 1],
    [100, 1],
  ])('lists everything once in pages of %i', async (limit, pageCount) => {
    const pages = await walk<StatementEntry>(
      service.client,
      `${path}?limit=${limit}`,
      (entry) => entry.version,
    );
    expect(pages.flat().map(({ version }) => version)).toEqual(versions);
    expect(pages).toHaveLength(pageCount);
    expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
  });

  it('keeps its pages stable while new entries are written', async () => {
    const first = (await service.client.get(`${path}?limit=5`)).json as Page<StatementEntry>;
    await service.client.post('/v1/wallets/frank/GOLD/bonus', { amount: 1 });
    const second = await service.client.get(`${path}?limit=5&startingAfter=${first.data.at(-1)!.version}`);
    const data = (second.json as Page<StatementEntry>).data;
    expect(data.map(({ version }) => version)).toEqual(versions.slice(5, 10));
  });

  it('ends after its first entry, and starts at its newest for a cursor beyond it', async () => {
    expect((await service.client.get(`${path}?startingAfter=1`)).json).toEqual({ data: [], hasMore: false });
    const { json } = await service.client.get(`${path}?limit=1&startingAfter=${Number.MAX_SAFE_INTEGER}`);
    expect(json).toMatchObject({ data: [{ version: 24 }], hasMore: true });
  });
});
