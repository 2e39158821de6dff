import { systemOwner, userOwner } from '@app/accounts';
import type { FixedPosting } from '@app/ledger';
import { conditionsOn } from '../../request/conditions/balance-conditions.dto.js';
import type { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';
import { detailsOf } from '../../request/transactional/posting-details.dto.js';

/** The simple flows move credits from a system account to the user, or from the user to one. */
const flows = {
  topup: { from: 'treasury' },
  bonus: { from: 'promotions' },
  spend: { to: 'revenue' },
} as const satisfies Record<string, { from: string } | { to: string }>;

/** Builds the posting of a top-up, bonus or spend, without committing it. */
export function flowPosting(
  type: keyof typeof flows,
  { userId, asset }: { userId: string; asset: string },
  body: ConditionalDetails & { amount: number },
): FixedPosting {
  const user = userOwner(userId);
  const flow = flows[type];
  const { source, destination } =
    'from' in flow
      ? { source: systemOwner(flow.from), destination: user }
      : { source: user, destination: systemOwner(flow.to) };
  return {
    type,
    userId,
    legs: [{ source, destination, asset, amount: body.amount }],
    ...detailsOf(body),
    conditions: conditionsOn(asset, body.conditions),
  };
}
