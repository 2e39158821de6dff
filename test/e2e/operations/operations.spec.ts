import { Journal, type Posting } from '@app/ledger';
import { asWritten } from '../../support/as-written.js';
import { keyOf, operations, spend as spendPosting, topup as topupPosting } from '../../support/postings.js';
import { withClient } from '../../support/server/with-client.js';
import { createClient } from '../support/client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { countRows } from '../support/owner.js';
import { expectProblem } from '../support/problem-codes.js';
import { bonus, outcomes, send as sendBy, spend, topup } from './support.js';
import { allAvailable } from '../support/shapes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService({ journal: { lanes: 1 } });
});
afterAll(() => service.audit());
afterAll(() => service.close());

const send = (userId: string, list: object[], details: object = {}, key?: string) =>
  sendBy(service.client, userId, list, { details, key });

describe('operations', () => {
  it('credit a pack across two assets in one transaction', async () => {
    const details = { reference: 'pack-1', description: 'Starter pack', metadata: { shop: 'eu' } };
    const answer = await send('packed', [topup('GOLD', 500), bonus('LOYALTY', 25)], details);
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      type: 'operations',
      ...{ asset: 'GOLD', amount: 500, balance: 500, ...details },
      entries: [
        { account: 'treasury', asset: 'GOLD', direction: 'debit', amount: 500 },
        { account: 'packed', asset: 'GOLD', direction: 'credit', balanceAfter: 500, version: 1 },
        { account: 'promotions', asset: 'LOYALTY', direction: 'debit', amount: 25 },
        { account: 'packed', asset: 'LOYALTY', direction: 'credit', balanceAfter: 25, version: 1 },
      ],
      results: [
        { ...topup('GOLD', 500), balance: 500, description: null, metadata: {} },
        { ...bonus('LOYALTY', 25), balance: 25, description: null, metadata: {} },
      ],
    });
  });

  it('spend what was credited just before, purchase, complete tasks and convert', async () => {
    const { status, json } = await send('busy', [
      topup('GOLD', 200),
      spend('GOLD', 30),
      { type: 'purchase', item: 'iron-sword' },
      { type: 'reward', task: 'tutorial' },
      { type: 'reward', task: 'daily-login' },
      topup('SILVER', 100),
      { type: 'conversion', from: 'SILVER', to: 'GOLD', amount: 100 },
      topup('GOLD', 1),
    ]);
    expect({ status, outcomes: outcomes(json) }).toEqual({
      status: 201,
      outcomes: [
        'topup GOLD 200 → 200',
        'spend GOLD 30 → 170',
        'purchase GOLD 120 → 50',
        'reward GOLD 50 → 100',
        'reward GOLD 10 → 110',
        'topup SILVER 100 → 100',
        'conversion SILVER 100 → 0',
        'topup GOLD 1 → 113',
      ],
    });
    expect((json as { results: object[] }).results).toMatchObject([
      {},
      {},
      {
        description: 'Iron sword × 1',
        metadata: { purchase: { item: 'iron-sword', quantity: 1, unitPrice: 120 } },
      },
      { description: 'Tutorial', metadata: { task: { task: 'tutorial', period: 'once' } } },
      { description: 'Daily login' },
      {},
      { description: '100 SILVER → 2 GOLD' },
      {},
    ]);
  });

  it('show in the statement with consecutive versions', async () => {
    const { json } = await service.client.get('/v1/wallets/busy/GOLD/entries');
    const entries = (json as { data: { version: number; type: string; transactionId: string }[] }).data;
    expect(entries.map(({ version, type }) => [version, type])).toEqual(
      [7, 6, 5, 4, 3, 2, 1].map((version) => [version, 'operations']),
    );
    expect(new Set(entries.map(({ transactionId }) => transactionId)).size).toBe(1);
  });
});

describe('a refused operation', () => {
  it('refuses all, and is named', async () => {
    const answer = await send('refused', [topup('GOLD', 5), spend('GOLD', 6)], {}, 'refused-1');
    const members = { operation: 1, asset: 'GOLD', ...allAvailable(5), required: 6 };
    expectProblem(answer, 'insufficient-funds', members);
    await service.client.post('/v1/wallets/refused/GOLD/topup', { amount: 100 });
    const again = await send('refused', [topup('GOLD', 5), spend('GOLD', 6)], {}, 'refused-1');
    expect(again.headers['idempotency-replayed']).toBe('true');
    expectProblem(again, 'insufficient-funds', members);
  });

  it('is the second completion of a task in one request', async () => {
    const task = { type: 'reward', task: 'tutorial' };
    const answer = await send('twice', [task, task]);
    expectProblem(answer, 'task-already-completed', { operation: 1, task: 'tutorial' });
    expect((await send('twice', [task])).status).toBe(201);
  });

  it('leaves no trace, even as the last of 20 and in a batch with other postings', async () => {
    const journal = service.app.get(Journal);
    const credits = Array.from({ length: 19 }, () => topupPosting('traceless', 1));
    const postings: Posting[] = [
      topupPosting('before', 1),
      operations('traceless', ...credits, spendPosting('traceless', 20)),
      topupPosting('after', 1),
    ];
    const rows = () => withClient(service.database.url, countRows);
    const earlier = await rows();
    const settled = await Promise.all(postings.map((posting) => journal.post(posting, keyOf())));
    expect(settled).toMatchObject([
      { transaction: { type: 'topup' } },
      { refusal: { code: 'insufficient-funds', operation: 19, balance: 19 } },
      { transaction: { type: 'topup' } },
    ]);
    expect(await rows()).toEqual({
      ...earlier,
      transactions: earlier['transactions']! + 2,
      entries: earlier['entries']! + 4,
      idempotency_keys: earlier['idempotency_keys']! + 3,
      accounts: earlier['accounts']! + 2,
    });
    expectProblem(await service.client.get('/v1/wallets/traceless'), 'user-not-found', {
      userId: 'traceless',
    });
  });
});

describe('the key', () => {
  it('replays the bytes of the answer, after later events too', async () => {
    const list = [topup('GOLD', 200), { type: 'purchase', item: 'iron-sword' }, bonus('LOYALTY', 1)];
    const first = await send('replayed', list, {}, 'replayed-1');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    await send('replayed', [spend('GOLD', 1), topup('LOYALTY', 9)]);
    await service.client.post('/v1/users/replayed/freeze', { reason: 'a test' });
    const again = await send('replayed', list, {}, 'replayed-1');
    expect([again.status, again.headers['idempotency-replayed'], again.text]).toEqual([
      201,
      'true',
      first.text,
    ]);
    const { id } = first.json as { id: string };
    const read = await service.client.get(`/v1/transactions/${id}`);
    expect(JSON.stringify(asWritten(read))).toBe(first.text);
  });

  it('is refused for other operations, or the same in another order', async () => {
    const [one, other] = [topup('GOLD', 1), topup('GOLD', 2)];
    expect((await send('reused', [one, other], {}, 'reused-1')).status).toBe(201);
    expectProblem(await send('reused', [other, one], {}, 'reused-1'), 'idempotency-key-reused');
    expectProblem(await send('reused', [one], {}, 'reused-1'), 'idempotency-key-reused');
  });
});

describe('reads of transactions', () => {
  it('show the results in lists, in the feed and with a proof that holds', async () => {
    const { json } = await send('listed', [topup('GOLD', 1), bonus('GOLD', 2)]);
    const { id, results } = json as { id: string; results: object[] };
    for (const query of ['userId=listed', 'after=start&limit=100']) {
      const page = (await service.client.get(`/v1/transactions?${query}`)).json as {
        data: { id: string; results?: object[] }[];
      };
      expect(page.data.find((transaction) => transaction.id === id)?.results).toEqual(results);
    }
    const { json: proof } = await service.client.get(`/v1/transactions/${id}/proof`);
    expect(proof).toMatchObject({ type: 'operations', entries: Array(4).fill({ intact: true }) });
  });
});

describe('a client', () => {
  it('needs the scope of every operation', async () => {
    const { key } = await createClient(service, 'shop', { scopes: ['wallet:spend', 'wallet:reward'] });
    const list = [spend('GOLD', 1), { type: 'reward', task: 'tutorial' }, topup('GOLD', 1)];
    const answer = await sendBy(service.as(key), 'alice', list);
    expectProblem(answer, 'forbidden');
    expect((answer.json as { detail: string }).detail).toContain('wallet:credit');
    expect((await sendBy(service.as(key), 'alice', [spend('GOLD', 1)])).status).toBe(201);
  });
});
