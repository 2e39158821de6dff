import { type Completion, completionKey, quote, type TermsInForce } from '@app/catalog';
import type { Refusal } from '../outcome.js';
import type { FixedPosting, Leg, Route } from '../posting.js';
import { type Accounts, assetRefusal } from './moves.js';
import type { FixedProposal, Proposal } from './proposal.js';

/** What the amounts of a proposal turn out to be, and what happens for good if it is accepted. */
export type Settled = { proposal: FixedProposal; completion?: Completion } | { refusal: Refusal };

/**
 * The terms that are in force while a batch is decided: as they were read, and what its own postings have completed since. A
 * second completion of the same task in the same batch is one too many like any other.
 */
export class RunningTerms {
  private readonly completed: Set<string>;
  private readonly inForce: TermsInForce;

  constructor(
    read: TermsInForce,
    private readonly now: Date,
  ) {
    this.completed = new Set(read.completed);
    this.inForce = { ...read, completed: this.completed };
  }

  /** Resolves the amounts. Runs the checks before the amount range: the assets, then the catalogue. Changes nothing. */
  settle({ transactionId, shard, posting }: Proposal, accounts: Accounts): Settled {
    const refusal = assetRefusal(shard, 'legs' in posting ? posting.legs : posting.routes, accounts);
    if (refusal) return { refusal };
    if ('legs' in posting) return { proposal: { transactionId, shard, posting } };
    const { routes, terms, ...details } = posting;
    const quoted = quote(terms, {
      assets: routes.map(({ asset }) => asset),
      userId: posting.userId,
      inForce: this.inForce,
      now: this.now,
    });
    if ('refusal' in quoted) return quoted;
    const fixed: FixedPosting = {
      ...details,
      legs: legsOf(routes, quoted.amounts),
      description: details.description ?? quoted.description,
      metadata: { ...details.metadata, ...quoted.metadata },
    };
    return { proposal: { transactionId, shard, posting: fixed }, completion: quoted.completion };
  }

  accept(completion: Completion): void {
    this.completed.add(completionKey(completion));
  }
}

function legsOf(routes: readonly Route[], amounts: readonly number[]): [Leg, ...Leg[]] {
  const [first, ...rest] = routes.map((route, index): Leg => {
    const amount = amounts[index];
    if (amount === undefined) throw new Error(`${routes.length} legs got ${amounts.length} amounts`);
    return { ...route, amount };
  });
  if (!first) throw new Error('terms without a route were not refused');
  return [first, ...rest];
}
