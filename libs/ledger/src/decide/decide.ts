import { addressKey, type LockedAccount, maxAmount } from '@app/accounts';
import { type Completion, noTermsInForce, type TermsInForce } from '@app/catalog';
import type { Refusal } from '../outcome.js';
import { headAfter, type ShardHead } from '../places/shard-heads.js';
import { RunningTerms } from './running-terms.js';
import { type Accounts, type Move, movesOf } from './moves.js';
import type { FixedProposal, Proposal } from './proposal.js';

/** One entry to be written: a move with its place in the transaction and the time. */
export interface DecidedEntry extends Move {
  createdAt: Date;
}

export type Decision =
  | {
      accepted: true;
      proposal: FixedProposal;
      /** Its place in the shard. */
      place: number;
      createdAt: Date;
      entries: DecidedEntry[];
      completion?: Completion;
    }
  | { accepted: false; proposal: Proposal; refusal: Refusal };

export interface DecisionInput {
  /** The state of every account that could be found and locked. */
  accounts: readonly LockedAccount[];
  /** The head of every shard that a proposal is in. */
  heads: readonly ShardHead[];
  /** In the order in which they arrived, which is the order in which they happen. */
  proposals: readonly Proposal[];
  /** What postings on terms depend on, read after the locks; missing where there is no such posting. */
  terms?: TermsInForce;
  /** The database's time, read behind the locks. It decides; what is recorded is never before a shard's latest recorded time. */
  now: Date;
}

/**
 * Decides a batch: which postings happen, in which order, and what every account looks like after each. Pure: no
 * clock, no database, no change to its input. A posting that is refused leaves no trace in the ones after it.
 *
 * Promises, for every input: the entries of an accepted posting sum to 0 per asset; every balance of a user is from 0 to
 * `maxAmount` at every version, and no balance of the system is a reason to refuse; versions have no gap, nor have the places of a
 * shard; times do not go back along either of them.
 */
export function decide(input: DecisionInput): Decision[] {
  const accounts: Accounts = new Map(input.accounts.map((account) => [addressKey(account), account]));
  const heads = new Map(input.heads.map((head) => [head.shard, head]));
  const terms = new RunningTerms(input.terms ?? noTermsInForce, input.now);
  return input.proposals.map((asked) => {
    const settled = terms.settle(asked, accounts);
    if ('refusal' in settled) return { proposal: asked, accepted: false, refusal: settled.refusal };
    const { proposal, completion } = settled;
    const moves = movesOf(proposal, accounts);
    const refusal = refusalOf(moves);
    if (refusal) return { proposal, accepted: false, refusal };
    if (moves.some((move) => !accounts.has(addressKey(move.account)))) {
      throw new Error(
        `an account that ${proposal.posting.type} ${proposal.transactionId} credits was not opened`,
      );
    }

    // After this line nothing may fail.

    const head = headAfter(found(heads, proposal.shard), input.now);
    heads.set(head.shard, head);
    const createdAt = head.lastAt;
    for (const move of moves) {
      accounts.set(addressKey(move.account), {
        ...move.account,
        balance: move.balanceAfter,
        version: move.version,
      });
    }
    if (completion) terms.accept(completion);
    // Member by member, here and wherever a posting passes: docs/PERFORMANCE.md, "Garbage".
    const entries = moves.map(({ leg, account, amount, balanceAfter, version }) => {
      return { leg, account, amount, balanceAfter, version, createdAt };
    });
    return { proposal, accepted: true, place: head.last, createdAt, entries, completion };
  });
}

/**
 * The ladder of checks, in the documented order of problems, from where the amounts are settled. The first that applies is the
 * answer.
 */
function refusalOf(moves: readonly Move[]): Refusal | undefined {
  for (const { account, amount } of moves) {
    const moved = Math.abs(amount);
    // Every leg has one side of the system, whose stripe is there, with the limits of the asset.
    if (account.owner.kind === 'system' && (moved < account.minAmount || moved > account.maxAmount)) {
      const { asset, minAmount, maxAmount } = account;
      return { code: 'amount-out-of-range', asset, amount: moved, minAmount, maxAmount };
    }
  }

  const debits = moves.filter((move) => move.account.owner.kind === 'user' && move.amount < 0);
  for (const { account } of debits) {
    if (account.frozen) return { code: 'wallet-frozen', asset: account.asset };
  }
  for (const { account, amount, balanceAfter } of debits) {
    if (balanceAfter < 0n) {
      return {
        code: 'insufficient-funds',
        asset: account.asset,
        balance: Number(balanceAfter - BigInt(amount)),
        required: -amount,
      };
    }
  }

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

function found(heads: ReadonlyMap<number, ShardHead>, shard: number): ShardHead {
  const head = heads.get(shard);
  if (!head) throw new Error(`the head of shard ${shard} was not locked`);
  return head;
}
