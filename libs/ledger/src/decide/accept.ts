import { addressKey } from '@app/accounts';
import type { Effect } from '../capability/effect.js';
import type { BatchState } from './batch-state.js';
import type { Move } from './moves.js';
import type { FixedProposal } from './proposal.js';
import type { Resolution } from './resolve.js';

/** An entry to write: a move with its time. */
export interface DecidedEntry extends Move {
  createdAt: Date;
}

/** An accepted transaction. */
export interface Acceptance {
  accepted: true;
  proposal: FixedProposal;
  place: number;
  createdAt: Date;
  entries: DecidedEntry[];
  effects: readonly Effect[];
}

/** Applies a transaction that passed every check. */
export function accept(
  { proposal, effects, session }: Exclude<Resolution, { refusal: unknown }>,
  moves: readonly Move[],
  state: BatchState,
): Acceptance {
  if (moves.some(({ account }) => !state.accounts.has(addressKey(account)))) {
    const { transactionId, posting } = proposal;
    throw new Error(`${posting.type} ${transactionId} credits an account that was not opened`);
  }
  const head = state.nextHead(proposal.shard);
  const accountSessions = state.accountSessionsAfter({ posting: proposal.posting, moves });

  // After this line nothing may fail.

  const entries = state.apply({ head, moves, accountSessions, session });
  return { accepted: true, proposal, place: head.last, createdAt: head.lastAt, entries, effects };
}
