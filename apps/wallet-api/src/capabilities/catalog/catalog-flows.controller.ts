import { Items, Tasks } from '@app/catalog';
import type { Posting } from '@app/ledger';
import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { callerOf } from '../../request/access/caller.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';
import { UserParams } from '../users/user.params.js';
import { WalletTaskParams } from './catalog.queries.js';
import { purchasePosting, rewardPosting } from './catalog-flows.js';
import { PurchaseBody } from './purchase-body.dto.js';

/** Purchases and rewards. A handler only describes the posting; `@Transactional` commits it. */
@ApiTags('Wallets')
@Controller('v1/wallets/:userId')
export class CatalogFlowsController {
  constructor(
    private readonly items: Items,
    private readonly tasks: Tasks,
  ) {}

  @Post('purchases')
  @RequiresScope('wallet:spend', { players: 'own-wallet' })
  @ApiOperation({
    summary: 'Buy an item; its price goes from the user to revenue',
    description:
      'The price is the one in effect when the purchase is decided. The metadata of the transaction gets `purchase`: {`item`, `quantity`, `unitPrice`}, which replaces any member of that name. If the request has no description, it is made from the name of the item, such as "Iron sword × 1".',
  })
  @Transactional({ problems: ['item-not-found', 'item-retired', 'amount-too-large'] })
  async purchaseItem(@Param() { userId }: UserParams, @Body() body: PurchaseBody): Promise<Posting> {
    return purchasePosting(userId, body, await this.items.assetOf(body.item));
  }

  @Post('tasks/:task/complete')
  @RequiresScope('wallet:reward', { players: 'own-wallet' })
  @ApiOperation({
    summary: 'Complete a task; its reward goes from promotions to the user',
    description:
      'Players can complete tasks with `completedBy: player`; others are `forbidden`. A limited task pays once per user, or once per user and UTC day, whatever the Idempotency-Key. The metadata of the transaction gets `task`: {`task`, `period`}, which replaces any member of that name; an unlimited task has no period. If the request has no description, it is the name of the task.',
  })
  @ApiBody({ type: ConditionalDetails, required: false })
  @Transactional({
    problems: ['asset-retired', 'task-not-found', 'task-retired', 'task-already-completed'],
    body: 'optional',
  })
  async completeTask(
    @Param() { userId, task }: WalletTaskParams,
    @Body() body: ConditionalDetails,
    @Req() request: FastifyRequest,
  ): Promise<Posting> {
    const by = callerOf(request).kind;
    return rewardPosting({ userId, task, by }, body, await this.tasks.assetFor({ task, by }));
  }
}
