import { addressKey, availableOf, type LockedAccount, maxAmount, takeableOf } from '@app/accounts';
import type { Movement } from '../capability/account-rule.js';
import type { EarlyRung, LateRung, NamedCheck } from '../capability/ladder.js';
import type { LedgerRefusal } from '../capability/refusal.js';
import type { Route } from '../posting.js';
import type { Accounts } from './moves.js';
import { preconditionRefusal } from './preconditions.js';

/** The input of the ledger's early checks. */
export interface Routed {
  shard: number;
  routes: readonly Route[];
  accounts: Accounts;
  /** See `PostingDetails`. */
  isPaidFor: boolean;
  isSettlement: boolean;
}

/** The ledger's checks that run before amounts are resolved. */
export const earlyLedgerChecks: readonly NamedCheck<Routed, LedgerRefusal, EarlyRung>[] = [
  { rung: 'asset', code: 'asset-not-found', blocking: true, refusal: unknownAsset },
  { rung: 'asset', code: 'asset-retired', refusal: retiredAsset },
];

/**
 * The journal opens the stripe of every existing asset before it locks: no stripe means no asset. A route that locks no stripe has an
 * asset that the caller looked up.
 */
function unknownAsset({ shard, routes, accounts }: Routed): LedgerRefusal | undefined {
  for (const route of routes) {
    if (route.locks !== 'user' && !stripeOf(route, shard, accounts))
      return { code: 'asset-not-found', asset: route.asset };
  }
  return undefined;
}

/** A retired asset cannot be credited, unless the user has paid for it or gets back what was theirs. */
function retiredAsset({
  shard,
  routes,
  accounts,
  isPaidFor,
  isSettlement,
}: Routed): LedgerRefusal | undefined {
  if (isPaidFor || isSettlement) return undefined;
  for (const route of routes) {
    const { asset, source } = route;
    if (source.kind === 'system' && stripeOf(route, shard, accounts)?.assetRetired) {
      return { code: 'asset-retired', asset };
    }
  }
  return undefined;
}

function stripeOf({ asset, source, destination }: Route, shard: number, accounts: Accounts) {
  const owner = source.kind === 'system' ? source : destination;
  return accounts.get(addressKey({ shard, owner, asset }));
}

/** The ledger's checks of the legs' effect on the accounts. */
export const lateLedgerChecks: readonly NamedCheck<Movement, LedgerRefusal, LateRung>[] = [
  { rung: 'amount-range', code: 'amount-out-of-range', refusal: rangeRefusal },
  { rung: 'precondition', code: 'precondition-failed', refusal: preconditionRefusal },
  { rung: 'funds', code: 'insufficient-funds', refusal: fundsRefusal },
  { rung: 'limits', code: 'balance-limit-exceeded', refusal: limitRefusal },
];

function rangeRefusal({ moves, earmarks, posting }: Movement): LedgerRefusal | undefined {
  if (posting.isSettlement) return undefined;
  for (const { account, amount } of moves) {
    if (posting.isPaidFor && amount < 0) continue;
    // One side of every leg is a system account, whose stripe exists and carries the asset's limits.
    const refusal = account.owner.kind === 'system' ? outOfRange(account, Math.abs(amount)) : undefined;
    if (refusal) return refusal;
  }
  for (const { account, heldBy } of earmarks) {
    const refusal = heldBy > 0 ? outOfRange(account, heldBy) : undefined;
    if (refusal) return refusal;
  }
  return undefined;
}

function outOfRange({ asset, minAmount, maxAmount }: LockedAccount, amount: number) {
  if (amount >= minAmount && amount <= maxAmount) return undefined;
  return { code: 'amount-out-of-range' as const, asset, amount, minAmount, maxAmount };
}

/** A posting needs what it debits and newly holds. The owner has what is available, the service all that is not held. */
function fundsRefusal({ moves, earmarks, posting }: Movement): LedgerRefusal | undefined {
  for (const { account, amount, balanceAfter } of moves) {
    if (account.owner.kind !== 'user' || amount >= 0) continue;
    const held = heldBy(account, earmarks);
    if (!isBeyond(account, Number(account.balance - balanceAfter) + held, posting)) continue;
    return insufficientFunds({ ...account, balance: balanceAfter - BigInt(amount) }, held - amount);
  }
  for (const { account, heldBy: held } of earmarks) {
    if (isBeyond(account, held, posting)) return insufficientFunds(account, held);
  }
  return undefined;
}

function heldBy({ asset }: LockedAccount, earmarks: Movement['earmarks']): number {
  if (earmarks.length === 0) return 0;
  return earmarks.find(({ account }) => account.asset === asset)?.heldBy ?? 0;
}

function isBeyond(account: LockedAccount, needed: number, { initiator }: Movement['posting']): boolean {
  return needed > 0 && needed > (initiator === 'house' ? takeableOf(account) : availableOf(account));
}

/** The refusal of a posting that requires more than the user has. */
export function insufficientFunds(account: LockedAccount, required: number): LedgerRefusal {
  const { asset, held } = account;
  const available = availableOf(account);
  return { code: 'insufficient-funds', asset, balance: Number(account.balance), available, held, required };
}

function limitRefusal({ moves }: Movement): LedgerRefusal | undefined {
  for (const { account, amount, balanceAfter } of moves) {
    if (account.owner.kind === 'user' && balanceAfter > maxAmount) {
      return {
        code: 'balance-limit-exceeded',
        account: account.owner.id,
        asset: account.asset,
        balance: Number(balanceAfter - BigInt(amount)),
        limit: maxAmount,
      };
    }
  }
  return undefined;
}
