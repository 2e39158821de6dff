import { type Owner, ShardMap, systemOwner, userOwner } from '@app/accounts';
import { conversionRule } from '@app/catalog';
import { Journal, type Posting } from '@app/ledger';
import fc from 'fast-check';
import { administer } from '../../support/administer.js';
import { keyOf } from '../../support/postings.js';
import { type ContractService, startContractService } from '../support/contract-service.js';

/**
 * No sequence of credit movements makes a movement of another user fail on a limit of a system account. All users live in one
 * shard, whose stripes have already moved more than 2^63.
 */
const most = Number.MAX_SAFE_INTEGER;
/** This many times `most` exceeds 2^63. */
const whales = 1_030;
const limitTo63 = 2n ** 63n;

let service: ContractService;
beforeAll(async () => {
  service = await startContractService({ welcomeGrant: null });
  const { client } = service;
  for (const code of ['ONE', 'TWO']) await administer(client, 'POST /v1/assets', { code, name: code });
  const par = { fromAmount: 1, toAmount: 1 };
  await administer(client, 'PUT /v1/conversion-rates/ONE/TWO', par);
  await administer(client, 'PUT /v1/conversion-rates/TWO/ONE', par);
  const item = { code: 'everything', name: 'Everything', asset: 'ONE', price: most };
  await administer(client, 'POST /v1/items', item);
  const task = { code: 'jackpot', name: 'Jackpot', asset: 'ONE', reward: most, limit: 'unlimited' };
  await administer(client, 'POST /v1/tasks', task);
  await moveBeyond63();
});
afterAll(() => service.close());

let ids = 0;
/** A new user in the shard of all the others. */
function newUser(): string {
  const shards = service.app.get(ShardMap, { strict: false });
  for (;;) {
    const userId = `user-${ids++}`;
    if (shards.of(userId) === 0) return userId;
  }
}

/** The movement of each system account according to the answers, by `account/asset`. */
const moved = new Map<string, bigint>();
/** Every system account that a flow can move. */
const systemAccounts = ['treasury', 'promotions', 'revenue', 'exchange'];

function count(account: string, asset: string, change: bigint): void {
  const key = `${account}/${asset}`;
  moved.set(key, (moved.get(key) ?? 0n) + change);
}

/** Through the journal: each whale is credited by every source and gives it all away, which takes every stripe past 2^63. */
async function moveBeyond63(): Promise<void> {
  const journal = service.app.get(Journal);
  const users = Array.from({ length: whales }, newUser);
  const system = systemOwner;
  const post = async (describe: (userId: string, user: Owner) => Pick<Posting, 'type'> & object) => {
    const outcomes = await Promise.all(
      users.map((userId) => {
        const details = { userId, reference: null, description: null, metadata: {} };
        const posting = { ...details, ...describe(userId, userOwner(userId)) } as Posting;
        return journal.post(posting, keyOf());
      }),
    );
    for (const outcome of outcomes) {
      if ('refusal' in outcome) throw new Error(JSON.stringify(outcome.refusal));
      for (const { owner, asset, amount } of outcome.transaction.entries) {
        if (owner.kind === 'system') count(owner.id, asset, BigInt(amount));
      }
    }
  };
  const one = { asset: 'ONE', amount: most };
  await post((_, user) => ({
    type: 'topup',
    legs: [{ source: system('treasury'), destination: user, ...one }],
  }));
  await post((_, user) => ({
    type: 'spend',
    legs: [{ source: user, destination: system('revenue'), ...one }],
  }));
  await post((_, user) => ({
    type: 'bonus',
    legs: [{ source: system('promotions'), destination: user, ...one }],
  }));
  await post((userId) => ({
    type: 'conversion',
    rule: conversionRule.name,
    asked: { from: 'ONE', to: 'TWO', amount: most, userId },
  }));
}

interface Operation {
  user: number;
  what: 'topup' | 'bonus' | 'spend' | 'convert' | 'purchases' | 'tasks/jackpot/complete';
  from: 'ONE' | 'TWO';
  amount: number;
}

async function run(userId: string, { what, from, amount }: Omit<Operation, 'user'>) {
  const to = from === 'ONE' ? 'TWO' : 'ONE';
  const isPlain = what === 'topup' || what === 'bonus' || what === 'spend';
  const bodies = { convert: { from, to, amount }, purchases: { item: 'everything' } };
  const path = `/v1/wallets/${userId}/${isPlain ? `${from}/${what}` : what}`;
  const body = isPlain ? { amount } : (bodies[what as keyof typeof bodies] ?? {});
  const answer = await service.client.post(path, body);
  if (answer.status !== 201) return answer.json as { code: string; account?: string };
  for (const { kind, account, asset, direction, amount: change } of answer.json.entries) {
    if (kind === 'system') count(account, asset, BigInt(direction === 'credit' ? change : -change));
  }
  return undefined;
}

const operations = fc.array(
  fc.record<Operation>({
    user: fc.nat(2),
    what: fc.constantFrom('topup', 'bonus', 'spend', 'convert', 'purchases', 'tasks/jackpot/complete'),
    from: fc.constantFrom('ONE', 'TWO'),
    amount: fc.oneof(
      fc.constant(most),
      fc.integer({ min: most - 2, max: most }),
      fc.integer({ min: 1, max: 9 }),
    ),
  }),
  { maxLength: 12 },
);

it('has moved more than 2^63 through every system account', () => {
  for (const account of systemAccounts) {
    const total = moved.get(`${account}/ONE`) ?? 0n;
    expect(total < 0n ? -total : total).toBeGreaterThan(limitTo63);
  }
});

it('lets every user move the largest amount, whatever others have moved before', async () => {
  await fc.assert(
    fc.asyncProperty(operations, async (before) => {
      const users = Array.from({ length: 3 }, newUser);
      for (const operation of before) {
        const userId = users[operation.user]!;
        const refusal = await run(userId, operation);
        if (!refusal) continue;
        // A refusal concerns the balance of the user only.
        if (refusal.code !== 'insufficient-funds') {
          expect(refusal).toMatchObject({ code: 'balance-limit-exceeded', account: userId });
        }
      }
      const last = newUser();
      const inOne = { from: 'ONE', amount: most } as const;
      for (const what of [
        'topup',
        'spend',
        'bonus',
        'convert',
        'topup',
        'purchases',
        'tasks/jackpot/complete',
      ] as const) {
        expect([what, await run(last, { what, ...inOne })]).toEqual([what, undefined]);
      }
    }),
    { numRuns: 20 },
  );
});

describe('a figure beyond what a JSON number carries', () => {
  const shown = (value: bigint) =>
    Number.isSafeInteger(Number(value)) ? { value: Number(value) } : { value: null, text: value.toString() };
  /** As the answers spell it; a safe integer comes without a string. */
  const read = (object: Record<string, unknown>, name: string) => ({
    value: object[name],
    ...(`${name}Text` in object && { text: object[`${name}Text`] }),
  });
  const totalOf = (asset: string) =>
    systemAccounts.reduce((sum, account) => sum + (moved.get(`${account}/${asset}`) ?? 0n), 0n);

  it('is null, with its digits in a string, among the system accounts', async () => {
    const { json } = await service.client.get('/v1/system-accounts');
    const data = (json as { data: Record<string, unknown>[] }).data.filter(
      ({ asset }) => asset === 'ONE' || asset === 'TWO',
    );
    expect(data).toHaveLength(10);
    for (const row of data) {
      expect(read(row, 'balance')).toEqual(
        shown(moved.get(`${String(row['account'])}/${String(row['asset'])}`) ?? 0n),
      );
    }
    expect(data.some(({ balance }) => balance === null)).toBe(true);
  });

  it('is null, with its digits in a string, in the economy', async () => {
    const { supply } = (await service.client.get('/v1/economy')).json as {
      supply: Record<string, unknown>[];
    };
    const { days } = (await service.client.get('/v1/economy/ONE/days?days=1')).json as {
      days: (Record<string, unknown> & { flows: Record<string, unknown>[] })[];
    };
    for (const asset of ['ONE', 'TWO']) {
      const row = supply.find((each) => each['asset'] === asset)!;
      expect(read(row, 'supply')).toEqual(shown(-totalOf(asset)));
    }
    expect(read(days[0]!, 'supply')).toEqual(shown(-totalOf('ONE')));
    for (const flow of days[0]!.flows) {
      const change = moved.get(`${String(flow['account'])}/ONE`) ?? 0n;
      expect(read(flow, 'issued')).toEqual(shown(change < 0n ? -change : 0n));
      expect(read(flow, 'absorbed')).toEqual(shown(change > 0n ? change : 0n));
    }
  });

  it('is proved and replayed like any other', async () => {
    const userId = newUser();
    const topUp = () => service.client.post(`/v1/wallets/${userId}/ONE/topup`, { amount: most }, 'proved');
    const first = await topUp();
    count('treasury', 'ONE', -BigInt(most));
    expect((await topUp()).text).toBe(first.text);
    const { json } = await service.client.get(`/v1/transactions/${String(first.json.id)}/proof`);
    const [ofTreasury, ofUser] = (json as { entries: Record<string, unknown>[] }).entries;
    expect(ofTreasury).toMatchObject({ account: 'treasury', intact: true });
    expect(read(ofTreasury!, 'balanceAfter')).toEqual(shown(moved.get('treasury/ONE')!));
    expect(ofUser).toMatchObject({ account: userId, balanceAfter: most, intact: true });
    expect(ofUser).not.toHaveProperty('balanceAfterText');
  });

  it('is null, with its digits in a string, among the totals of a statement', async () => {
    const userId = newUser();
    for (const what of ['topup', 'spend', 'topup', 'spend'] as const)
      await run(userId, { what, from: 'TWO', amount: most });
    const [from, to] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)];
    const period = `from=${from.toISOString()}&to=${to.toISOString()}`;
    const { json } = await service.client.get(`/v1/wallets/${userId}/TWO/statement?${period}`);
    const twice = (2n * BigInt(most)).toString();
    expect((json as { totals: unknown }).totals).toEqual([
      { type: 'spend', count: 2, credit: 0, debit: null, debitText: twice },
      { type: 'topup', count: 2, credit: null, creditText: twice, debit: 0 },
    ]);
  });

  it('is audited', async () => {
    await service.audit();
  });
});
