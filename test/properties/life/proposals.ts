import { systemOwner } from '@app/accounts';
import { forgivenessRule } from '@app/debts';
import { holdPosting } from '@app/holds';
import { type Leg, postingByRule, type SinglePosting } from '@app/ledger';
import { type Part, reversalRule, whole } from '@app/reversals';
import type { SingleProposal } from '../../../libs/ledger/src/decide/proposal.js';
import { holdRule } from '../../../libs/holds/src/hold-rule.js';
import type { Action } from './actions.js';
import { asset, owner } from './stored-account.js';

const userId = owner.id;
const details = { reference: null, description: null, metadata: {} };

interface Original {
  id: string;
  leg: Leg;
  /** It happened, and a request that was sent later can name it. */
  isKnown: boolean;
}

/** Turns actions into proposals, and remembers the ids that later ones name. */
export class Proposals {
  readonly originals: string[] = [];
  private readonly topups: Original[] = [];
  private readonly spends: Original[] = [];
  private readonly holds: string[] = [];
  private count = 0;

  of(action: Action): SingleProposal {
    const transactionId = `transaction-${++this.count}`;
    const posting = this.posting(action, transactionId);
    return { transactionId, shard: 0, posting, routes: routesOf(posting) };
  }

  /** Tells which proposals have happened. */
  know(accepted: ReadonlySet<string>): void {
    for (const original of [...this.topups, ...this.spends]) {
      if (accepted.has(original.id)) original.isKnown = true;
    }
  }

  private posting(action: Action, id: string): SinglePosting {
    const on = { userId, asset, assetExists: true };
    switch (action.kind) {
      case 'topup':
      case 'spend': {
        const [from, to] =
          action.kind === 'topup' ? [systemOwner('treasury'), owner] : [owner, systemOwner('revenue')];
        const leg = { source: from, destination: to, asset, amount: action.amount };
        (action.kind === 'topup' ? this.topups : this.spends).push({ id, leg, isKnown: false });
        this.originals.push(id);
        return { type: action.kind, userId, legs: [leg], ...details };
      }
      case 'hold':
        this.holds.push(id);
        return holdPosting(
          { ...on, action: 'authorise', amount: action.amount, expiresIn: action.seconds, details },
          details,
        );
      case 'capture': {
        const { amount, final } = action;
        return holdPosting(
          { ...on, action: 'capture', holdId: this.holds[action.of] ?? 'none', amount, final },
          details,
        );
      }
      case 'void':
        return holdPosting({ ...on, action: 'void', holdId: this.holds[action.of] ?? 'none' }, details);
      case 'take back':
        return reversal(this.topups[action.of], 'topup', action);
      case 'give back':
        return reversal(this.spends[action.of], 'spend', action);
      case 'forgive':
        return postingByRule(
          forgivenessRule,
          { userId, asset, amount: action.amount },
          { type: 'forgiveness', userId, ...details },
        );
    }
  }
}

function reversal(
  original: Original | undefined,
  type: string,
  { amount, upTo }: { amount: number; upTo: boolean },
): SinglePosting {
  const posting = { type: 'reversal', userId, initiator: 'house' as const, isSettlement: true, ...details };
  if (!original?.isKnown) {
    return postingByRule(reversalRule, { kind: 'unknown', named: { transactionId: 'none' } }, posting);
  }
  const { id: originalId, leg } = original;
  const part: Part = { operation: whole, type, asset, amount: leg.amount, legs: [leg] };
  const extent = upTo ? { kind: 'up-to' as const, total: amount } : { kind: 'amount' as const, amount };
  return postingByRule(
    reversalRule,
    { kind: 'reversal', originalId, parts: [part], extent, cause: 'refund' },
    posting,
  );
}

function routesOf(posting: SinglePosting) {
  if ('legs' in posting) return posting.legs;
  const rule = [holdRule, reversalRule, forgivenessRule].find(({ name }) => name === posting.rule);
  return rule?.routes(posting.asked as never) ?? [];
}
