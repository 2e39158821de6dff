import { addressKey } from '@app/accounts';
import type { Effect } from '../capability/effect.js';
import type { BatchState } from './batch-state.js';
import type { Move } from './moves.js';
import type { FixedProposal } from './proposal.js';
import type { Resolution } from './resolve.js';

/** One entry to be written: a move with its place in the transaction and the time. */
export interface DecidedEntry extends Move {
  createdAt: Date;
}

/** A transaction that happens. */
export interface Acceptance {
  accepted: true;
  proposal: FixedProposal;
  /** Its place in the shard. */
  place: number;
  createdAt: Date;
  entries: DecidedEntry[];
  effects: readonly Effect[];
}

/** Applies a transaction whose every check has passed. */
export function accept(
  { proposal, effects, session }: Exclude<Resolution, { refusal: unknown }>,
  moves: readonly Move[],
  state: BatchState,
): Acceptance {
  if (moves.some(({ account }) => !state.accounts.has(addressKey(account)))) {
    const { transactionId, posting } = proposal;
    throw new Error(`an account that ${posting.type} ${transactionId} credits was not opened`);
  }
  const head = state.nextHead(proposal.shard);
  const accountSessions = state.accountSessionsAfter({ posting: proposal.posting, moves });

  // After this line nothing may fail.

  const entries = state.apply({ head, moves, accountSessions, session });
  return { accepted: true, proposal, place: head.last, createdAt: head.lastAt, entries, effects };
}
