import fc from 'fast-check';
import { seedDemo } from '../../../seed/seed-demo.js';
import { type DatabaseClock, setUpClock } from '../../support/database-clock.js';
import { createTestDatabase } from '../../support/test-database.js';
import { type ContractService, startContractService } from '../support/contract-service.js';

/** Properties of every history and every division of it into periods. The test advances the clock of the database. */
let service: ContractService;
let clock: DatabaseClock;
let now = Date.UTC(2026, 0, 1);

beforeAll(async () => {
  const database = await createTestDatabase();
  clock = await setUpClock(database);
  await clock.set(now);
  service = await startContractService({ database, welcomeGrant: null });
  await seedDemo(service.app);
});
afterAll(async () => {
  await service.audit();
  await service.close();
  await clock.close();
  await service.database.drop();
});

interface Entry {
  version: number;
  transactionId: string;
  type: string;
  direction: 'credit' | 'debit';
  amount: number;
  balanceAfter: number;
  reference: string | null;
  description: string | null;
  actor: { kind: string; id: string };
  createdAt: string;
}

interface Statement {
  opening: number;
  totals: { type: string; count: number; credit: number; debit: number }[];
  closing: number;
  entries: Entry[];
}

interface Movement {
  flow: 'topup' | 'bonus' | 'spend';
  amount: number;
  reference: string | null;
  description: string | null;
  /** The delay since the previous one: often none, which puts both into one millisecond. */
  afterMs: number;
}

const text = fc.option(
  fc.string({
    unit: fc.constantFrom('=', '@', '"', ',', '\r', '\n', "'", 'a', ' ', '⚔'),
    minLength: 1,
    maxLength: 6,
  }),
);
const movements = fc.array(
  fc.record<Movement>({
    flow: fc.constantFrom('topup', 'bonus', 'spend'),
    amount: fc.integer({ min: 1, max: 50 }),
    reference: text,
    description: text,
    afterMs: fc.constantFrom(0, 0, 1, 2, 1_000),
  }),
  { maxLength: 12 },
);
/** The ends of periods, in milliseconds from an entry. */
const cuts = fc.array(fc.record({ entry: fc.nat(12), ms: fc.integer({ min: -1, max: 1 }) }), {
  minLength: 2,
  maxLength: 5,
});

let users = 0;

/** Writes the history of a new user and returns it according to the answers, without refused spends. */
async function write(history: Movement[]): Promise<{ userId: string; begin: number; written: Entry[] }> {
  const userId = `user-${users++}`;
  expect((await service.client.post('/v1/users', { userId })).status).toBe(201);
  now += 10_000;
  const begin = now;
  const written: Entry[] = [];
  for (const { flow, amount, reference, description, afterMs } of history) {
    now += afterMs;
    await clock.set(now);
    const body = {
      amount,
      ...(reference !== null && { reference }),
      ...(description !== null && { description }),
    };
    const { status, json } = await service.client.post(`/v1/wallets/${userId}/GOLD/${flow}`, body);
    if (status === 422) continue;
    expect(status).toBe(201);
    const { id, balance, createdAt } = json as { id: string; balance: number; createdAt: string };
    written.push({
      version: written.length + 1,
      transactionId: id,
      type: flow,
      direction: flow === 'spend' ? 'debit' : 'credit',
      amount,
      balanceAfter: balance,
      reference,
      description,
      actor: { kind: 'client', id: 'demo-admin' },
      createdAt,
    });
  }
  return { userId, begin, written };
}

async function read(userId: string, [from, to]: [number, number], accept: string): Promise<string> {
  const period = `from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`;
  const answer = await service.client.get(`/v1/wallets/${userId}/GOLD/statement?${period}`, { accept });
  expect(answer.status).toBe(200);
  return answer.text;
}

/** The cells of a CSV file, parsed strictly by the grammar of RFC 4180. */
function parseCsv(csv: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const records: string[][] = [[]];
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv);
    if (!found) throw new Error(`not CSV: ${JSON.stringify(csv)}`);
    records.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    if (found[3] === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}

/** An entry as CSV shows it. CSV cannot tell an empty string from null, but strings are never empty. */
function cellsOf(entry: Entry): string[] {
  const guarded = (value: string | null) =>
    value !== null && /^[=@\r]/.test(value) ? `'${value}` : (value ?? '');
  const { version, createdAt, transactionId, type, direction, amount, balanceAfter } = entry;
  return [
    ...[version, createdAt, transactionId, type, direction, amount, balanceAfter].map(String),
    guarded(entry.reference),
    guarded(entry.description),
    entry.actor.kind,
    guarded(entry.actor.id),
  ];
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const signed = ({ direction, amount }: Entry) => (direction === 'debit' ? -amount : amount);

it('reports the same entries of every period in every format, and each period opens where the last one closed', async () => {
  await fc.assert(
    fc.asyncProperty(movements, cuts, async (history, places) => {
      const { userId, begin, written } = await write(history);
      const instants = places.map(
        ({ entry, ms }) => (written[entry] ? Date.parse(written[entry].createdAt) : begin) + ms,
      );
      const ends = [...new Set(instants)].sort((one, other) => one - other);
      let closing: number | undefined;
      for (const [index, from] of ends.slice(0, -1).entries()) {
        const to = ends[index + 1]!;
        const inside = written.filter(
          ({ createdAt }) => Date.parse(createdAt) >= from && Date.parse(createdAt) < to,
        );
        const before = written.filter(({ createdAt }) => Date.parse(createdAt) < from);

        const json = JSON.parse(await read(userId, [from, to], 'application/json')) as Statement;
        expect(json.entries).toEqual(inside);
        expect(json.opening).toBe(closing ?? sum(before.map(signed)));
        expect(json.closing).toBe(json.opening + sum(inside.map(signed)));
        expect(json.totals).toEqual(
          ['bonus', 'spend', 'topup'].flatMap((type) => {
            const ofType = inside.filter((entry) => entry.type === type);
            const amount = sum(ofType.map((entry) => entry.amount));
            const sides = type === 'spend' ? { credit: 0, debit: amount } : { credit: amount, debit: 0 };
            return ofType.length === 0 ? [] : [{ type, count: ofType.length, ...sides }];
          }),
        );
        closing = json.closing;

        const lines = (await read(userId, [from, to], 'application/x-ndjson')).split('\n').slice(0, -1);
        expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(inside);
        const [, ...records] = parseCsv(await read(userId, [from, to], 'text/csv'));
        expect(records).toEqual(inside.map(cellsOf));
      }
    }),
    { numRuns: 60 },
  );
});
