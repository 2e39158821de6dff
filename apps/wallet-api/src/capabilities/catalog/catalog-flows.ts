import { type Completer, purchaseRule, taskRule } from '@app/catalog';
import { postingByRule, type RulePosting } from '@app/ledger';
import { conditionsOn } from '../../request/conditions/balance-conditions.dto.js';
import type { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';
import { detailsOf } from '../../request/transactional/posting-details.dto.js';
import type { PurchaseBody } from './purchase-body.dto.js';

/**
 * Builds the posting of a purchase. `asset` is the asset of the item, `undefined` if the item does not exist. The price is read
 * when the posting is decided.
 */
export function purchasePosting(userId: string, body: PurchaseBody, asset: string | undefined): RulePosting {
  const { item, quantity, expectedPrice } = body;
  return postingByRule(
    purchaseRule,
    { item, quantity, asset, userId, expectedPrice },
    { type: 'purchase', userId, ...detailsOf(body), conditions: conditionsOn(asset, body.conditions) },
  );
}

/** Builds the posting of a task reward, in the same way. */
export function rewardPosting(
  { userId, task, by }: { userId: string; task: string; by: Completer },
  body: ConditionalDetails,
  asset: string | undefined,
): RulePosting {
  return postingByRule(
    taskRule,
    { task, by, asset, userId },
    { type: 'reward', userId, ...detailsOf(body), conditions: conditionsOn(asset, body.conditions) },
  );
}
