import { type BalanceCondition, postingByRule, type PostingDetails, type RulePosting } from '@app/ledger';
import type { HoldAsked } from './hold-asked.js';
import { holdRule } from './hold-rule.js';

type Details = Pick<PostingDetails, 'reference' | 'description' | 'metadata'> & {
  conditions?: readonly BalanceCondition[] | undefined;
};

const types = { authorise: 'hold', capture: 'capture', void: 'void' } as const;

/** Describes a posting on a hold. A capture and a void settle what was authorised: the range of amounts does not refuse them. */
export function holdPosting(asked: HoldAsked, details: Details): RulePosting {
  const { action, userId } = asked;
  return postingByRule(holdRule, asked, {
    type: types[action],
    userId,
    ...details,
    ...(action !== 'authorise' && { isSettlement: true }),
  });
}
