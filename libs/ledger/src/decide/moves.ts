import { type AccountAddress, addressKey, type LockedAccount, maxAmount } from '@app/accounts';
import type { FixedProposal } from './proposal.js';

/** The state of the accounts as of the latest decision, by `addressKey`. */
export type Accounts = ReadonlyMap<string, LockedAccount>;

/** The effect of one side of a leg on its account. */
export interface Move {
  leg: number;
  /** The account before the posting. */
  account: LockedAccount;
  /** Signed; negative for a debit. */
  amount: number;
  balanceAfter: bigint;
  version: number;
}

/** The moves of a posting's legs in order, source before destination. Unchecked. */
export function movesOf({ shard, posting }: FixedProposal, accounts: Accounts): Move[] {
  const latestMove = new Map<string, Move>();
  return posting.legs.flatMap(({ source, destination, asset, amount }, leg) => [
    moveOne({ shard, owner: source, asset }, leg, -amount),
    moveOne({ shard, owner: destination, asset }, leg, amount),
  ]);

  function moveOne(address: AccountAddress, leg: number, amount: number): Move {
    const key = addressKey(address);
    const account = accounts.get(key) ?? missing(address);
    const before = latestMove.get(key);
    const move = {
      leg,
      account,
      amount,
      balanceAfter: (before?.balanceAfter ?? account.balance) + BigInt(amount),
      version: (before?.version ?? account.version) + 1,
    };
    latestMove.set(key, move);
    return move;
  }
}

/**
 * Stands in for a missing account: of a user who never received the asset, or in an unknown asset. Its balance is 0, so a spend
 * from it is refused like any other. It is never credited, because the journal opens every account that a posting credits. The
 * asset's limits come from the stripe on the other side.
 */
export function missing(address: AccountAddress): LockedAccount {
  return {
    ...address,
    id: '',
    balance: 0n,
    version: 0,
    headHash: Buffer.alloc(0),
    frozen: false,
    held: 0,
    owed: 0,
    lapsesAt: null,
    salt: null,
    minAmount: 1,
    maxAmount,
    assetRetired: false,
  };
}
