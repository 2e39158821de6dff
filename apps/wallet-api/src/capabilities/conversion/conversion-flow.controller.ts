import { conversionRule } from '@app/catalog';
import { type Posting, postingByRule } from '@app/ledger';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { detailsOf } from '../../request/transactional/posting-details.dto.js';
import { UserParams } from '../users/user.params.js';
import { ConversionBody } from './conversion.dto.js';

/** Exchanges one asset for another. The handler only describes the posting; `@Transactional` commits it. */
@ApiTags('Wallets')
@Controller('v1/wallets/:userId')
export class ConversionFlowController {
  @Post('convert')
  @RequiresScope('wallet:spend', { players: 'own-wallet' })
  @ApiOperation({
    summary:
      'Convert credits into another asset, through exchange, at the rate of the moment of the decision',
    description:
      'Both legs happen together, or neither. `asset`, `amount` and `balance` of the answer are those of the asset that is given. The metadata of the transaction gains `conversion`: the rate, in place of any member of that name. Without a description it gets one such as "50 SILVER → 1 GOLD".',
  })
  @Transactional({
    problems: ['asset-retired', 'conversion-not-offered', 'amount-not-convertible', 'amount-too-large'],
  })
  convert(@Param() { userId }: UserParams, @Body() body: ConversionBody): Posting {
    const { from, to, amount } = body;
    return postingByRule(
      conversionRule,
      { from, to, amount, userId },
      { type: 'conversion', userId, ...detailsOf(body) },
    );
  }
}
