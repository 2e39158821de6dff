import type { Owner, SystemAccount } from '@app/accounts';
import type { Completer } from '@app/catalog';
import type { PostingOnTerms } from '@app/ledger';
import { detailsOf, type PostingDetails } from '../../request/transactional/posting-details.dto.js';
import type { PurchaseBody } from './purchase-body.dto.js';

/**
 * Describes a purchase. What it costs is told by the item at the moment of the decision; only the asset is known before, or
 * that there is no such item.
 */
export function purchasePosting(
  userId: string,
  body: PurchaseBody,
  asset: string | undefined,
): PostingOnTerms {
  const route = { source: user(userId), destination: system('revenue') };
  return {
    type: 'purchase',
    userId,
    routes: asset === undefined ? [] : [{ ...route, asset }],
    terms: { kind: 'purchase', item: body.item, quantity: body.quantity },
    ...detailsOf(body),
  };
}

/** Describes the reward of a task, told by the task as the price of a purchase is by its item. */
export function rewardPosting(
  { userId, task, by }: { userId: string; task: string; by: Completer },
  body: PostingDetails,
  asset: string | undefined,
): PostingOnTerms {
  const route = { source: system('promotions'), destination: user(userId) };
  return {
    type: 'reward',
    userId,
    routes: asset === undefined ? [] : [{ ...route, asset }],
    terms: { kind: 'task', task, by },
    ...detailsOf(body),
  };
}

function user(id: string): Owner {
  return { kind: 'user', id };
}

function system(id: SystemAccount): Owner {
  return { kind: 'system', id };
}
