import { addressKey, type LockedAccount, maxAmount, systemOwner, userOwner } from '@app/accounts';
import type { Resolved, Session } from '../capability/rule.js';
import type { RulePosting } from '../posting.js';
import { decide } from './decide.js';

const shard = 3;
const now = new Date('2026-01-01T00:00:00Z');
const shop = systemOwner('shop');
const alice = userOwner('alice');
const route = { source: alice, destination: shop, asset: 'GOLD' };

function account(
  owner: LockedAccount['owner'],
  balance: bigint,
  more: Partial<LockedAccount> = {},
): LockedAccount {
  const address = { shard, owner, asset: 'GOLD' };
  return {
    ...address,
    ...{ id: addressKey(address), balance, version: 0, headHash: Buffer.alloc(32), frozen: false },
    ...{
      held: 0,
      owed: 0,
      lapsesAt: null,
      salt: null,
      minAmount: 1,
      maxAmount,
      assetRetired: false,
      ...more,
    },
  };
}

/** A rule that resolves every posting like this. */
function session(resolved: Partial<Resolved>, checks: Session['checks'] = []): Session {
  const itself: Session = {
    checks,
    resolve: () => ({ legs: [{ ...route, amount: 5 }], ...resolved }),
    accept: () => itself,
  };
  return itself;
}

interface Given {
  stripe?: LockedAccount[];
  details?: Partial<RulePosting>;
}

function decideBy(rule: Session, { stripe = [account(shop, 0n)], details = {} }: Given = {}) {
  const posting = {
    ...{ type: 'sale', userId: 'alice', reference: null, description: null, metadata: {} },
    ...{ rule: 'sale', asked: undefined, ...details },
  };
  const [decision] = decide({
    accounts: [account(alice, 50n), ...stripe],
    heads: [{ shard, last: 41, lastAt: new Date(0) }],
    proposals: [{ transactionId: 'a transaction', shard, posting, routes: [route] }],
    sessions: new Map([['sale', rule]]),
    claimSessions: new Map(),
    groupRules: new Map(),
    accountSessions: [],
    now,
    nextId: () => 'never',
  });
  return decision;
}

it('turns what a rule resolves into a fixed posting', () => {
  const decision = decideBy(session({ description: 'Sold', metadata: { sale: 1 } }));
  expect(decision).toMatchObject({
    accepted: true,
    proposal: {
      posting: { type: 'sale', legs: [{ amount: 5 }], description: 'Sold', metadata: { sale: 1 } },
    },
    entries: [{ amount: -5, balanceAfter: 45n }, { amount: 5 }],
  });
  expect(decision?.proposal.posting).not.toHaveProperty('rule');
  expect(decision?.proposal.posting).not.toHaveProperty('asked');
});

it("keeps the caller's description and overrides metadata with the rule's", () => {
  const given = { details: { description: 'a gift', metadata: { level: 7, sale: 'free' } } };
  const decision = decideBy(session({ description: 'Sold', metadata: { sale: 1 } }), given);
  expect(decision).toMatchObject({
    proposal: { posting: { description: 'a gift', metadata: { level: 7, sale: 1 } } },
  });
});

it('has no description if neither sets one', () => {
  expect(decideBy(session({}))).toMatchObject({ proposal: { posting: { description: null } } });
});

it('accepts effects without legs and assigns a place', () => {
  const effects = [{ kind: 'reserved', data: { amount: 5 } }];
  expect(decideBy(session({ legs: [], effects }))).toMatchObject({
    accepted: true,
    place: 42,
    createdAt: now,
    entries: [],
    effects,
  });
});

it.each([
  ['nothing', { legs: [] }, 'resolved to nothing'],
  ['a fraction', { legs: [{ ...route, amount: 0.5 }] }, 'the amount 0.5'],
  ['zero', { legs: [{ ...route, amount: 0 }] }, 'the amount 0'],
  ['more than 2^53 − 1', { legs: [{ ...route, amount: maxAmount + 1 }] }, 'the amount 9007199254740992'],
])('throws if a rule resolves to %s', (_what, resolved, message) => {
  expect(() => decideBy(session(resolved))).toThrow(message);
});

it('checks the early rungs in order: known, asset, catalogue', () => {
  const at = (rung: 'known' | 'catalogue', code: string) => ({ rung, code, refusal: () => ({ code }) });
  const checks = [at('catalogue', 'sold-out'), at('known', 'unknown-hold')];
  expect(decideBy(session({}, checks), { stripe: [] })).toMatchObject({ refusal: { code: 'unknown-hold' } });
  expect(decideBy(session({}, checks.slice(0, 1)), { stripe: [] })).toMatchObject({
    refusal: { code: 'asset-not-found' },
  });
  expect(decideBy(session({}, checks.slice(0, 1)))).toMatchObject({ refusal: { code: 'sold-out' } });
});

it("passes a rule its user's accounts as of earlier postings, and the recorded time", () => {
  const seen: unknown[] = [];
  const rule: Session = {
    ...session({}),
    resolve: (_asked, wallet) => {
      seen.push({ at: wallet.at, gold: wallet.account('GOLD')?.balance, silver: wallet.account('SILVER') });
      return { legs: [{ ...route, amount: 5 }] };
    },
  };
  decideBy(rule);
  expect(seen).toEqual([{ at: now, gold: 50n, silver: undefined }]);
});
