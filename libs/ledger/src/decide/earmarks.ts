import { addressKey, type LockedAccount, maxAmount, userOwner } from '@app/accounts';
import type { Earmark } from '../posting.js';
import { type Accounts, missing } from './moves.js';
import type { FixedProposal } from './proposal.js';

/** The effect of an earmark on its account. */
export interface EarmarkMove {
  /** The account before the posting. */
  account: LockedAccount;
  /** The changes. */
  heldBy: number;
  owedBy: number;
  /** The figures after the posting. */
  held: number;
  owed: number;
  lapsesAt: Date | null;
}

const none: readonly EarmarkMove[] = [];

/** The effects of a posting's earmarks, at most one per asset. Checks only that the figures stay figures. */
export function earmarksOf({ shard, posting }: FixedProposal, accounts: Accounts): readonly EarmarkMove[] {
  const { earmarks, userId, type } = posting;
  if (earmarks === undefined || earmarks.length === 0) return none;
  return earmarks.map((earmark) => {
    const address = { shard, owner: userOwner(userId), asset: earmark.asset };
    const account = accounts.get(addressKey(address)) ?? missing(address);
    const move = earmarkOne(earmark, account);
    if (!isFigure(move.held) || !isFigure(move.owed)) {
      throw new Error(`The ${type} of ${userId} would leave ${move.held} held and ${move.owed} owed`);
    }
    return move;
  });
}

function earmarkOne({ held = 0, owed = 0, lapsesAt }: Earmark, account: LockedAccount): EarmarkMove {
  return {
    account,
    heldBy: held,
    owedBy: owed,
    held: account.held + held,
    owed: account.owed + owed,
    lapsesAt: earlier(account.lapsesAt, lapsesAt),
  };
}

/** The earlier of two instants; `null` if there is none. */
export function earlier(one: Date | null | undefined, other: Date | null | undefined): Date | null {
  if (!one || !other) return one ?? other ?? null;
  return one < other ? one : other;
}

function isFigure(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0 && amount <= maxAmount;
}
