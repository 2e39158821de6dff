import { adjustmentRule } from '@app/adjustments';
import { type Posting, postingByRule } from '@app/ledger';
import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { callerOf } from '../../request/access/caller.js';
import { conditionsOn } from '../../request/conditions/balance-conditions.dto.js';
import { detailsOf } from '../../request/transactional/posting-details.dto.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { WalletAssetParams } from '../wallets/wallet.params.js';
import { AdjustmentBody } from './adjustment-body.dto.js';

@ApiTags('Wallets')
@Controller('v1/wallets/:userId/:asset')
export class AdjustmentsController {
  @Post('adjustments')
  @RequiresScope('wallet:adjust')
  @ApiOperation({
    summary: 'Correct a balance by hand, with a reason',
    description:
      'For support: the other side is the system account `adjustments`. Works on a frozen wallet. A debit can take credits that the user owes, but none that are held. The metadata of the transaction gets `adjustment`: {`reason`}, which replaces any member of that name. If the request has no description, it is the reason. A client may have a largest adjustment.',
  })
  @Transactional({ problems: ['asset-retired', 'adjustment-exceeds-limit'] })
  adjustBalance(
    @Param() { userId, asset }: WalletAssetParams,
    @Body() body: AdjustmentBody,
    @Req() request: FastifyRequest,
  ): Posting {
    const { direction, amount, reason, conditions } = body;
    const caller = callerOf(request);
    const limit = caller.kind === 'client' ? caller.maxAdjustment : 0;
    return postingByRule(
      adjustmentRule,
      { userId, asset, direction, amount, reason, limit },
      {
        type: 'adjustment',
        userId,
        initiator: 'house',
        ...detailsOf(body),
        conditions: conditionsOn(asset, conditions),
      },
    );
  }
}
