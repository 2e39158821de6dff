import { systemOwner, userOwner } from '@app/accounts';
import type { AskedOf, Resolved, Rule, Session } from '@app/ledger';
import { debtEffect, settleDebts } from './debt-event.js';
import { DebtSession } from './debt-session.js';

/** A request to forgive debt. */
export interface Forgiveness {
  userId: string;
  asset: string;
  amount: number;
}

export type ForgivenessRefusal = { code: 'forgiveness-exceeds-debt'; asset: string; owed: number };

/** Forgives the oldest debts of an account. Moves nothing: the service bears the loss. */
export const forgivenessRule: Rule<Forgiveness, ForgivenessRefusal> = {
  name: 'forgiveness',
  // Only the user's account is locked, so any system account will do.
  routes: ({ userId, asset }) => [
    { source: userOwner(userId), destination: systemOwner('treasury'), asset, locks: 'user' },
  ],
  session: () => session,
};

const session: Session<Forgiveness, ForgivenessRefusal> = {
  checks: [
    {
      rung: 'known',
      code: 'forgiveness-exceeds-debt',
      blocking: true,
      refusal: ({ asked: { asset, amount }, wallet }) => {
        const owed = wallet.account(asset)?.owed ?? 0;
        return amount > owed ? { code: 'forgiveness-exceeds-debt', asset, owed } : undefined;
      },
    },
  ],
  resolve: ({ asked: { asset, amount } }: AskedOf<Forgiveness>, wallet): Resolved => {
    const account = wallet.account(asset);
    const debts = wallet.session(DebtSession);
    if (!account) throw new Error(`A debt without an account in ${asset}`);
    const debtor = { account, lastNumber: debts.lastNumberOf(account.id) ?? 0 };
    const events = settleDebts(debtor, debts.openOf(account.id), { kind: 'forgive', amount });
    return { legs: [], earmarks: [{ asset, owed: -amount }], effects: events.map(debtEffect) };
  },
  accept: () => session,
};
