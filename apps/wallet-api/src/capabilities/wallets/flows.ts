import type { SystemAccount } from '@app/accounts';
import type { Posting } from '@app/ledger';
import { detailsOf } from '../../request/transactional/posting-details.dto.js';
import type { PostingBody } from './posting-body.dto.js';
import type { WalletAssetParams } from './wallet.params.js';

/** The simple flows: credits come to the user from one system account, or go from the user to one. */
const flows = {
  topup: { from: 'treasury' },
  bonus: { from: 'promotions' },
  spend: { to: 'revenue' },
} as const satisfies Record<string, { from: SystemAccount } | { to: SystemAccount }>;

/** Describes a top-up, bonus or spend. Nothing happens yet. */
export function flowPosting(
  type: keyof typeof flows,
  { userId, asset }: WalletAssetParams,
  body: PostingBody,
): Posting {
  const user = { kind: 'user', id: userId } as const;
  const flow = flows[type];
  const { source, destination } =
    'from' in flow
      ? { source: { kind: 'system', id: flow.from } as const, destination: user }
      : { source: user, destination: { kind: 'system', id: flow.to } as const };
  return {
    type,
    userId,
    legs: [{ source, destination, asset, amount: body.amount }],
    ...detailsOf(body),
  };
}
