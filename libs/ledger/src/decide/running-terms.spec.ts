import { addressKey, type LockedAccount, maxAmount, type Owner } from '@app/accounts';
import { noTermsInForce } from '@app/catalog';
import type { PostingOnTerms } from '../posting.js';
import { RunningTerms } from './running-terms.js';

const shard = 3;
const alice: Owner = { kind: 'user', id: 'alice' };
const revenue: Owner = { kind: 'system', id: 'revenue' };
const stripe: LockedAccount = {
  ...{ shard, owner: revenue, asset: 'GOLD' },
  ...{ id: 'revenue', balance: 0n, version: 0, headHash: Buffer.alloc(32), frozen: false, salt: null },
  ...{ updatedAt: new Date(0), minAmount: 1, maxAmount, assetRetired: false },
};
const sword = { code: 'sword', name: 'Sword', asset: 'GOLD', price: 120, retired: false };

/** What a purchase of three swords turns out to be. */
function settle(details: Pick<PostingOnTerms, 'description' | 'metadata'>) {
  const terms = new RunningTerms({ ...noTermsInForce, items: new Map([['sword', sword]]) }, new Date());
  const posting: PostingOnTerms = {
    ...{ type: 'purchase', userId: 'alice', reference: null, ...details },
    routes: [{ source: alice, destination: revenue, asset: 'GOLD' }],
    terms: { kind: 'purchase', item: 'sword', quantity: 3 },
  };
  const settled = terms.settle(
    { transactionId: 'a transaction', shard, posting },
    new Map([[addressKey(stripe), stripe]]),
  );
  return 'proposal' in settled ? settled.proposal.posting : settled.refusal;
}

it('turns routes and terms into legs', () => {
  const posting = settle({ description: null, metadata: {} });
  expect(posting).toMatchObject({
    legs: [{ source: alice, destination: revenue, asset: 'GOLD', amount: 360 }],
  });
  expect(posting).not.toHaveProperty('terms');
  expect(posting).not.toHaveProperty('routes');
});

it('keeps what the caller says of it, and gives a description where there is none', () => {
  expect(settle({ description: 'a gift', metadata: {} })).toMatchObject({ description: 'a gift' });
  expect(settle({ description: null, metadata: {} })).toMatchObject({ description: 'Sword × 3' });
});

it("adds what was agreed to the caller's metadata, which cannot say otherwise", () => {
  const agreed = { purchase: { item: 'sword', quantity: 3, unitPrice: 120 } };
  expect(settle({ description: null, metadata: { level: 7, purchase: 'free' } })).toMatchObject({
    metadata: { level: 7, ...agreed },
  });
});
