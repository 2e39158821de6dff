import { addressKey, maxAmount } from '@app/accounts';
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
}

/** The ledger's checks that run before amounts are resolved. */
export const earlyLedgerChecks: readonly NamedCheck<Routed, LedgerRefusal, EarlyRung>[] = [
  { rung: 'asset', code: 'asset-not-found', blocking: true, refusal: unknownAsset },
  { rung: 'asset', code: 'asset-retired', refusal: retiredAsset },
];

/** The journal opens the stripe of every existing asset before it locks: no stripe means no asset. */
function unknownAsset({ shard, routes, accounts }: Routed): LedgerRefusal | undefined {
  for (const route of routes) {
    if (!stripeOf(route, shard, accounts)) return { code: 'asset-not-found', asset: route.asset };
  }
  return undefined;
}

/** A retired asset cannot be credited, unless the user has paid for it. */
function retiredAsset({ shard, routes, accounts, isPaidFor }: Routed): LedgerRefusal | undefined {
  if (isPaidFor) return undefined;
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

function rangeRefusal({ moves, posting }: Movement): LedgerRefusal | undefined {
  for (const { account, amount } of moves) {
    if (posting.isPaidFor && amount < 0) continue;
    const moved = Math.abs(amount);
    // One side of every leg is a system account, whose stripe exists and carries the asset's limits.
    if (account.owner.kind === 'system' && (moved < account.minAmount || moved > account.maxAmount)) {
      const { asset, minAmount, maxAmount } = account;
      return { code: 'amount-out-of-range', asset, amount: moved, minAmount, maxAmount };
    }
  }
  return undefined;
}

function fundsRefusal({ moves }: Movement): LedgerRefusal | undefined {
  for (const { account, amount, balanceAfter } of moves) {
    if (account.owner.kind === 'user' && amount < 0 && balanceAfter < 0n) {
      return {
        code: 'insufficient-funds',
        asset: account.asset,
        balance: Number(balanceAfter - BigInt(amount)),
        required: -amount,
      };
    }
  }
  return undefined;
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
