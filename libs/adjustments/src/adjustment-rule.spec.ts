import type { LockedWallet } from '@app/ledger';
import { type Adjustment, adjustmentRule } from './adjustment-rule.js';

const wallet: LockedWallet = {
  at: new Date(0),
  account: () => undefined,
  session: () => {
    throw new Error('An adjustment asks no account rule');
  },
};

const session = adjustmentRule.session([], { now: new Date(0) });

function askedOf(more: Partial<Adjustment>) {
  const asked: Adjustment = {
    ...{
      userId: 'alice',
      asset: 'GOLD',
      direction: 'credit',
      amount: 30,
      reason: 'Lost in a crash',
      limit: undefined,
    },
    ...more,
  };
  return {
    shard: 3,
    userId: 'alice',
    transactionId: 'a transaction',
    asked,
    routes: adjustmentRule.routes(asked),
  };
}

const refusalOf = (more: Partial<Adjustment>) => session.checks[0]?.refusal({ ...askedOf(more), wallet });

it.each([
  ['credit', 'adjustments', 'alice'],
  ['debit', 'alice', 'adjustments'],
] as const)('moves a %s from %s to %s', (direction, source, destination) => {
  const asked = askedOf({ direction });
  const { legs } = session.resolve(asked, wallet);
  expect(legs).toMatchObject([
    { source: { id: source }, destination: { id: destination }, asset: 'GOLD', amount: 30 },
  ]);
});

it('keeps the reason in the metadata, and describes the transaction with it', () => {
  const resolved = session.resolve(askedOf({}), wallet);
  expect(resolved).toMatchObject({
    description: 'Lost in a crash',
    metadata: { adjustment: { reason: 'Lost in a crash' } },
  });
});

it('refuses more than the limit of the caller, in both directions', () => {
  for (const direction of ['credit', 'debit'] as const) {
    expect(refusalOf({ direction, limit: 29 })).toEqual({
      code: 'adjustment-exceeds-limit',
      amount: 30,
      limit: 29,
    });
    expect(refusalOf({ direction, limit: 30 })).toBeUndefined();
  }
  expect(refusalOf({ amount: 1, limit: 0 })).toMatchObject({ limit: 0 });
});

it('has no limit for a caller without one', () => {
  expect(refusalOf({ amount: Number.MAX_SAFE_INTEGER })).toBeUndefined();
});
