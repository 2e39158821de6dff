import { addressKey, type LockedAccount, maxAmount, systemOwner, userOwner } from '@app/accounts';
import type { GroupRule } from '../capability/group-rule.js';
import type { Session } from '../capability/rule.js';
import type { FixedPosting, GroupPosting, RulePosting, SinglePosting } from '../posting.js';
import { decide } from './decide.js';
import type { GroupProposal, Proposal, SingleProposal } from './proposal.js';

const shard = 3;
const alice = userOwner('alice');
const treasury = systemOwner('treasury');
const details = { userId: 'alice', reference: null, description: null, metadata: {} };

function account(owner: LockedAccount['owner'], asset = 'GOLD'): LockedAccount {
  const address = { shard, owner, asset };
  return {
    ...address,
    ...{ id: addressKey(address), balance: 0n, version: 0, headHash: Buffer.alloc(32), frozen: false },
    ...{ held: 0, owed: 0, lapsesAt: null, salt: null, minAmount: 1, maxAmount, assetRetired: false },
  };
}

const topup = (amount: number, asset = 'GOLD'): FixedPosting => ({
  ...details,
  type: 'topup',
  legs: [{ source: treasury, destination: alice, asset, amount }],
});
const spend = (amount: number): FixedPosting => ({
  ...details,
  type: 'spend',
  legs: [{ source: alice, destination: treasury, asset: 'GOLD', amount }],
});
const once: RulePosting = { ...details, type: 'reward', rule: 'once', asked: undefined };

/** Pays 5 once. */
function onceSession(done: boolean): Session {
  return {
    checks: [{ rung: 'catalogue', code: 'done', refusal: () => (done ? { code: 'done' } : undefined) }],
    resolve: () => ({
      legs: topup(5).legs,
      metadata: { terms: 5 },
      effects: [{ kind: 'completed', data: {} }],
    }),
    accept: () => onceSession(true),
  };
}

/** Records the positions of the legs. */
const pack: GroupRule = {
  name: 'pack',
  record: (operations) => [
    {
      kind: 'packed',
      data: operations.map(({ type, firstLeg, metadata }) => ({ type, firstLeg, metadata })),
    },
  ],
};

function routesOf(posting: SinglePosting) {
  return 'legs' in posting ? posting.legs : topup(5).legs;
}

function single(posting: SinglePosting): SingleProposal {
  return { transactionId: 'single', shard, posting, routes: routesOf(posting) };
}

function group(...operations: SinglePosting[]): GroupProposal {
  const posting: GroupPosting = { ...details, type: 'operations', group: 'pack', operations };
  const operationRoutes = operations.map(routesOf);
  return { transactionId: 'group', shard, posting, routes: operationRoutes.flat(), operationRoutes };
}

function decideAll(...proposals: Proposal[]) {
  return decide({
    accounts: ['GOLD', 'GEMS'].flatMap((asset) => [account(alice, asset), account(treasury, asset)]),
    heads: [{ shard, last: 41, lastAt: new Date(0) }],
    proposals,
    sessions: new Map([['once', onceSession(false)]]),
    claimSessions: new Map(),
    groupRules: new Map([['pack', pack]]),
    accountSessions: [],
    now: new Date('2026-01-01T00:00:00Z'),
    nextId: () => 'never',
  });
}

const sides = { source: -1, destination: 1 };
const entry = (
  leg: number,
  side: keyof typeof sides,
  amount: number,
  version: number,
  balanceAfter: bigint,
) => expect.objectContaining({ leg, amount: sides[side] * amount, version, balanceAfter }) as object;

it('decides each operation on what the earlier ones leave, as one transaction with its legs numbered through', () => {
  const [decision] = decideAll(group(topup(5), spend(3), topup(2, 'GEMS')));
  expect(decision).toMatchObject({
    accepted: true,
    place: 42,
    proposal: { transactionId: 'group', posting: { type: 'operations', legs: { length: 3 } } },
  });
  expect(decision).toMatchObject({
    entries: [
      entry(0, 'source', 5, 1, -5n),
      entry(0, 'destination', 5, 1, 5n),
      entry(1, 'source', 3, 2, 2n),
      entry(1, 'destination', 3, 2, -2n),
      entry(2, 'source', 2, 1, -2n),
      entry(2, 'destination', 2, 1, 2n),
    ],
  });
});

it('refuses a spend placed before the credit that would cover it', () => {
  expect(decideAll(group(spend(3), topup(5)))).toMatchObject([
    { accepted: false, refusal: { code: 'insufficient-funds', operation: 0, balance: 0, required: 3 } },
  ]);
});

it('records its operations, and hands on the effects of each', () => {
  const [decision] = decideAll(group(topup(5), once));
  expect(decision).toMatchObject({
    effects: [
      { kind: 'completed' },
      {
        kind: 'packed',
        data: [
          { type: 'topup', firstLeg: 0, metadata: {} },
          { type: 'reward', firstLeg: 1, metadata: { terms: 5 } },
        ],
      },
    ],
  });
});

it('leaves no trace of a refused group: no balance, place, effect or session', () => {
  const refused = group(topup(5), once, spend(100));
  const [first, ...others] = decideAll(refused, single(spend(1)), single(once), single(topup(1)));
  expect(first).toEqual({
    accepted: false,
    proposal: refused,
    refusal: {
      code: 'insufficient-funds',
      asset: 'GOLD',
      balance: 10,
      available: 10,
      held: 0,
      required: 100,
      operation: 2,
    },
  });
  expect(others).toMatchObject([
    { accepted: false, refusal: { code: 'insufficient-funds', balance: 0 } },
    { accepted: true, place: 42 },
    { accepted: true, place: 43 },
  ]);
});

it('keeps the sessions of earlier operations: the same task is not rewarded twice in a group, nor after it', () => {
  expect(decideAll(group(once, once), group(once), single(once))).toMatchObject([
    { accepted: false, refusal: { code: 'done', operation: 1 } },
    { accepted: true },
    { accepted: false, refusal: { code: 'done' } },
  ]);
});

it('checks the limit of a balance after each operation', () => {
  expect(decideAll(group(topup(maxAmount), topup(1), spend(1)))).toMatchObject([
    { accepted: false, refusal: { code: 'balance-limit-exceeded', operation: 1 } },
  ]);
  expect(decideAll(group(topup(maxAmount), spend(1), topup(1)))).toMatchObject([{ accepted: true }]);
});
