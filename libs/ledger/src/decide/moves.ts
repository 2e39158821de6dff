import { type AccountAddress, addressKey, type LockedAccount, maxAmount } from '@app/accounts';
import type { FixedProposal } from './proposal.js';

/** The state of the accounts as the decisions so far have left it, by `addressKey`. */
export type Accounts = ReadonlyMap<string, LockedAccount>;

/** What one side of a leg would do to its account. */
export interface Move {
  leg: number;
  /** The account as it was before the posting. */
  account: LockedAccount;
  /** Signed: negative leaves the account. */
  amount: number;
  balanceAfter: bigint;
  version: number;
}

/**
 * What the legs of a posting would do, one after another, source before destination; it is not checked here.
 */
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
 * Stands for an account that does not exist: of a user who never received the asset, or in an unknown asset. Its balance is 0, so
 * a spend from it is refused like any other spend. It is never credited, because the journal opens what a posting credits. The
 * limits of its asset are those of the stripe on the other side.
 */
function missing(address: AccountAddress): LockedAccount {
  return {
    ...address,
    id: '',
    balance: 0n,
    version: 0,
    headHash: Buffer.alloc(0),
    frozen: false,
    lapsesAt: null,
    salt: null,
    minAmount: 1,
    maxAmount,
    assetRetired: false,
  };
}
