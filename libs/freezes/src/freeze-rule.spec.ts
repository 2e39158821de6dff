import type { Movement } from '@app/ledger';
import { freezeRule } from './freeze-rule.js';

const session = freezeRule.session({ before: [], after: [] }, { now: new Date() });

/** The refusal of moving this amount on a user's account. */
function refusalOf(
  amount: number,
  { frozen, initiator }: { frozen: boolean; initiator?: 'owner' | 'house' },
) {
  const movement = {
    posting: { initiator },
    earmarks: [],
    moves: [{ amount, account: { owner: { kind: 'user', id: 'alice' }, asset: 'GOLD', frozen } }],
  } as unknown as Movement;
  return session.checks.flatMap((check) => check.refusal(movement) ?? [])[0];
}

it('refuses a debit of a frozen account by its owner, the default initiator', () => {
  const refusal = { code: 'wallet-frozen', asset: 'GOLD' };
  expect(refusalOf(-1, { frozen: true, initiator: 'owner' })).toEqual(refusal);
  expect(refusalOf(-1, { frozen: true })).toEqual(refusal);
});

it.each([
  ['a credit', 1, { frozen: true }],
  ['a debit by the service', -1, { frozen: true, initiator: 'house' as const }],
  ['a debit of an unfrozen account', -1, { frozen: false }],
])('allows %s', (_what, amount, given) => {
  expect(refusalOf(amount, given)).toBeUndefined();
});
