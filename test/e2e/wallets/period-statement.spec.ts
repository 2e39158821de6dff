import type { Answer } from '../../support/wallet-client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';
import { untilAfter } from '../support/shapes.js';

interface Written {
  id: string;
  createdAt: string;
}

let service: ContractService;
const written: Written[] = [];

const yearMs = 365 * 86_400_000;
const shifted = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();
/** A period that starts long before the entries and ends long after. */
const around = {
  from: shifted(new Date().toISOString(), -yearMs / 2),
  to: shifted(new Date().toISOString(), yearMs / 2),
};

beforeAll(async () => {
  service = await startContractService();
  const requests: [flow: string, body: object][] = [
    ['topup', { amount: 100, reference: 'payment-1' }],
    ['bonus', { amount: 20 }],
    ['spend', { amount: 30, reference: 'order-17', description: 'Iron sword' }],
    ['spend', { amount: 5, description: 'Potion, "large"\r\nblue' }],
  ];
  for (const [flow, body] of requests) {
    const { json } = await service.client.post(`/v1/wallets/carol/GOLD/${flow}`, body);
    written.push(json as Written);
    await untilAfter(written.at(-1)!.createdAt);
  }
});
afterAll(() => service.audit());
afterAll(() => service.close());

function pathOf(wallet: string, { from, to }: { from: string; to: string }): string {
  return `/v1/wallets/${wallet}/statement?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
}

function statement(wallet: string, period: { from: string; to: string }, accept?: string): Promise<Answer> {
  return service.client.get(pathOf(wallet, period), accept === undefined ? {} : { accept });
}

/** The number of entries of carol's GOLD in a period, with its opening and closing balance. */
async function summary(period: { from: string; to: string }) {
  const { status, json } = await statement('carol/GOLD', period);
  expect(status).toBe(200);
  const { opening, closing, entries } = json as { opening: number; closing: number; entries: unknown[] };
  return { opening, entries: entries.length, closing };
}

it('shows a period with its totals, oldest entry first', async () => {
  const period = { from: written[1]!.createdAt, to: around.to };
  const answer = await statement('carol/GOLD', period);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.headers).not.toHaveProperty('content-disposition');
  const entry = (version: number, members: object) => ({
    version,
    transactionId: written[version - 1]!.id,
    createdAt: written[version - 1]!.createdAt,
    reference: null,
    description: null,
    actor: { kind: 'client', id: 'demo-admin' },
    ...members,
  });
  expect(answer.json).toEqual({
    userId: 'carol',
    asset: 'GOLD',
    ...period,
    opening: 100,
    totals: [
      { type: 'bonus', count: 1, credit: 20, debit: 0 },
      { type: 'spend', count: 2, credit: 0, debit: 35 },
    ],
    closing: 85,
    entries: [
      entry(2, { type: 'bonus', direction: 'credit', amount: 20, balanceAfter: 120 }),
      entry(3, {
        type: 'spend',
        direction: 'debit',
        amount: 30,
        balanceAfter: 90,
        reference: 'order-17',
        description: 'Iron sword',
      }),
      entry(4, {
        type: 'spend',
        direction: 'debit',
        amount: 5,
        balanceAfter: 85,
        description: 'Potion, "large"\r\nblue',
      }),
    ],
  });
  expect(Object.keys(answer.json as object)).toEqual([
    'userId',
    'asset',
    'from',
    'to',
    'opening',
    'totals',
    'closing',
    'entries',
  ]);
});

it('is available as CSV (RFC 4180)', async () => {
  const { headers, text } = await statement('carol/GOLD', around, 'text/csv');
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="statement-carol-GOLD-${around.from.slice(0, 10)}-${around.to.slice(0, 10)}.csv"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const start = (version: number) =>
    `${version},${written[version - 1]!.createdAt},${written[version - 1]!.id}`;
  expect(text).toBe(
    [
      'version,createdAt,transactionId,type,direction,amount,balanceAfter,reference,description,actorKind,actorId',
      `${start(1)},topup,credit,100,100,payment-1,,client,demo-admin`,
      `${start(2)},bonus,credit,20,120,,,client,demo-admin`,
      `${start(3)},spend,debit,30,90,order-17,Iron sword,client,demo-admin`,
      `${start(4)},spend,debit,5,85,,"Potion, ""large""\r\nblue",client,demo-admin`,
      '',
    ].join('\r\n'),
  );
});

it('is available as NDJSON, one entry per line', async () => {
  const { headers, text } = await statement('carol/GOLD', around, 'application/x-ndjson');
  expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
  const lines = text.split('\n');
  expect(lines.pop()).toBe('');
  const { json } = await statement('carol/GOLD', around);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual((json as { entries: unknown[] }).entries);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=a,"b"'])(
  'keeps a spreadsheet from running the text %j',
  async (text) => {
    const wallet = `formula-${Buffer.from(text).toString('hex')}/GOLD`;
    await service.client.post(`/v1/wallets/${wallet}/bonus`, {
      amount: 1,
      reference: text,
      description: text,
    });
    const { text: csv } = await statement(wallet, around, 'text/csv');
    const cell = /[",\r]/.test(text) ? `"'${text.replaceAll('"', '""')}"` : `'${text}`;
    expect(csv.slice(csv.indexOf('\r\n') + 2)).toMatch(new RegExp(`^1,.*,credit,1,1,`));
    expect(csv.endsWith(`,${cell},${cell},client,demo-admin\r\n`)).toBe(true);
    // Other formats keep it unchanged.
    const { json } = await statement(wallet, around);
    expect((json as { entries: object[] }).entries).toMatchObject([{ reference: text, description: text }]);
  },
);

it('leaves text that is not a formula unchanged', async () => {
  const text = "a=b -c @d +e 'f";
  await service.client.post('/v1/wallets/plain/GOLD/bonus', { amount: 1, description: text });
  expect((await statement('plain/GOLD', around, 'text/csv')).text).toMatch(
    /,a=b -c @d \+e 'f,client,demo-admin\r\n$/,
  );
});

it('uses only safe characters in the file name', async () => {
  await service.client.post('/v1/wallets/steam:1|@eu~!/GOLD/bonus', { amount: 1 });
  const { headers } = await statement('steam:1|@eu~!/GOLD', around, 'text/csv');
  expect(headers['content-disposition']).toMatch(/^attachment; filename="statement-steam_1_@eu~!-GOLD-/);
});

describe('the ends of a period', () => {
  const end = '9999-12-31T23:59:59.999Z';

  it('include the first instant and exclude the last', async () => {
    const [first, second] = written.map(({ createdAt }) => createdAt);
    expect(await summary({ from: first!, to: second! })).toEqual({ opening: 0, entries: 1, closing: 100 });
    expect(await summary({ from: first!, to: shifted(second!, 1) })).toMatchObject({
      entries: 2,
      closing: 120,
    });
    expect(await summary({ from: shifted(first!, 1), to: second! })).toEqual({
      opening: 100,
      entries: 0,
      closing: 100,
    });
  });

  it('accept offsets and more digits than are stored', async () => {
    const [first, second] = written.map(({ createdAt }) => createdAt);
    const inIndia = shifted(first!, 5.5 * 3_600_000).replace('Z', '+05:30');
    expect(await summary({ from: inIndia, to: second! })).toMatchObject({ opening: 0, entries: 1 });
    const later = first!.replace('Z', '000001Z');
    expect(await summary({ from: later, to: second! })).toMatchObject({ opening: 100, entries: 0 });
    const behind = second!.replace('Z', '000001Z');
    expect(await summary({ from: first!, to: behind })).toMatchObject({ opening: 0, entries: 2 });
  });

  it.each<[what: string, query: string, pointer: string]>([
    ['no beginning', `to=${end}`, '/from'],
    ['no end', `from=${end}`, '/to'],
    ['a start that is not a time', `from=yesterday&to=${end}`, '/from'],
    ['an end that is not a time', `from=${around.from}&to=2026-02-30T00:00:00Z`, '/to'],
    ['two beginnings', `from=${around.from}&from=${around.from}&to=${around.to}`, '/from'],
    ['an end equal to the start', `from=${around.from}&to=${around.from}`, '/to'],
    ['an end before the start', `from=${around.to}&to=${around.from}`, '/to'],
    ['more than 366 days', `from=${around.from}&to=${shifted(around.from, 366 * 86_400_000 + 1)}`, '/to'],
    ['a limit', `from=${around.from}&to=${around.to}&limit=5`, '/limit'],
  ])('are rejected with %s', async (_what, query, pointer) => {
    const answer = await service.client.get(`/v1/wallets/carol/GOLD/statement?${query}`);
    expectProblem(answer, 'validation-failed', faultAt(pointer));
  });

  it('can be 366 days apart', async () => {
    const period = { from: around.from, to: shifted(around.from, 366 * 86_400_000) };
    expect(await summary(period)).toEqual({ opening: 0, entries: 4, closing: 85 });
  });
});

describe('a period without entries', () => {
  const empty = (period: object, balance: number) => ({
    ...period,
    opening: balance,
    totals: [],
    closing: balance,
    entries: [],
  });
  const early = { from: '0001-01-01T00:00:00.000Z', to: '0001-12-31T00:00:00.000Z' };
  const late = { from: '9999-01-01T00:00:00.000Z', to: '9999-12-31T23:59:59.999Z' };

  it.each([
    ['for an asset that the user never held', 'carol/DIAMOND', around, 0],
    ['before the first entry', 'carol/GOLD', early, 0],
    ['in the future', 'carol/GOLD', late, 85],
  ])('is empty %s, in every format', async (_which, wallet, period, balance) => {
    const answer = await statement(wallet, period);
    const [userId, asset] = wallet.split('/');
    expect(answer.json).toEqual({ userId, asset, ...empty(period, balance) });
    expect((await statement(wallet, period, 'application/x-ndjson')).text).toBe('');
    expect((await statement(wallet, period, 'text/csv')).text).toBe(
      'version,createdAt,transactionId,type,direction,amount,balanceAfter,reference,description,actorKind,actorId\r\n',
    );
  });
});

it('answers 404 for unknown users and assets, like a list of entries', async () => {
  expectProblem(await statement('ghost/GOLD', around), 'user-not-found', { userId: 'ghost' });
  expectProblem(await statement('carol/gold', around), 'asset-not-found', { asset: 'gold' });
});

describe('the format', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/*', 'text/csv'],
    ['application/json;q=0.5, application/x-ndjson', 'application/x-ndjson'],
  ])('for Accept: %s is %s', async (accept, type) => {
    const { status, headers } = await statement('carol/GOLD', around, accept);
    expect({ status, type: headers['content-type'], vary: headers['vary'] }).toEqual({
      status: 200,
      type: `${type}; charset=utf-8`,
      vary: 'Accept',
    });
  });

  it('is a problem if none is acceptable, whatever the wallet', async () => {
    for (const wallet of ['carol/GOLD', 'ghost/GOLD']) {
      const answer = await statement(wallet, around, 'application/pdf, application/json;q=0');
      expectProblem(answer, 'not-acceptable');
      expect(answer.headers['vary']).toBe('Accept');
    }
  });
});

it.each([undefined, 'text/csv', 'application/x-ndjson'])(
  'answers HEAD with headers only (%s)',
  async (accept) => {
    const request = {
      path: pathOf('carol/GOLD', around),
      ...(accept !== undefined && { headers: { accept } }),
    };
    const get = await service.client.send(request);
    const head = await service.client.send({ ...request, method: 'HEAD' });
    expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: '' });
    for (const name of ['content-type', 'content-disposition', 'cache-control', 'vary']) {
      expect({ [name]: head.headers[name] }).toEqual({ [name]: get.headers[name] });
    }
  },
);
