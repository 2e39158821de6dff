import { type Completer, purchaseRule, taskRule } from '@app/catalog';
import { type Posting, postingByRule } from '@app/ledger';
import { detailsOf, type PostingDetails } from '../../request/transactional/posting-details.dto.js';
import type { PurchaseBody } from './purchase-body.dto.js';

/**
 * Builds the posting of a purchase. `asset` is the asset of the item, `undefined` if the item does not exist. The price is read
 * when the posting is decided.
 */
export function purchasePosting(userId: string, body: PurchaseBody, asset: string | undefined): Posting {
  const { item, quantity } = body;
  return postingByRule(
    purchaseRule,
    { item, quantity, asset, userId },
    { type: 'purchase', userId, ...detailsOf(body) },
  );
}

/** Builds the posting of a task reward, in the same way. */
export function rewardPosting(
  { userId, task, by }: { userId: string; task: string; by: Completer },
  body: PostingDetails,
  asset: string | undefined,
): Posting {
  return postingByRule(taskRule, { task, by, asset, userId }, { type: 'reward', userId, ...detailsOf(body) });
}
