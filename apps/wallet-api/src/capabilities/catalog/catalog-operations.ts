import { Items, Tasks } from '@app/catalog';
import { ApiProperty } from '@nestjs/swagger';
import { operationType } from '../../request/operations/operation-type.js';
import { withoutDetails } from '../../request/transactional/posting-details.dto.js';
import { IsCatalogCode } from '../../request/validation/rules.js';
import { purchasePosting, rewardPosting } from './catalog-flows.js';
import { PurchaseBody } from './purchase-body.dto.js';

class PurchaseMembers extends withoutDetails(PurchaseBody) {}

class RewardMembers {
  @ApiProperty({ description: 'The code of a task.', example: 'watch-ad' })
  @IsCatalogCode()
  task!: string;
}

/** Purchases and rewards as operations. */
export const catalogOperations = {
  purchase: operationType({
    scope: 'wallet:spend',
    problems: ['item-not-found', 'item-retired', 'amount-too-large'],
    members: PurchaseMembers,
    inject: [Items],
    describe: async (userId, members, items) =>
      purchasePosting(userId, members, await items.assetOf(members.item)),
  }),
  reward: operationType({
    scope: 'wallet:reward',
    problems: ['asset-retired', 'task-not-found', 'task-retired', 'task-already-completed'],
    members: RewardMembers,
    inject: [Tasks],
    describe: async (userId, { task }, tasks) => {
      const by = 'client';
      return rewardPosting({ userId, task, by }, {}, await tasks.assetFor({ task, by }));
    },
  }),
};
