import type { Posting } from '@app/ledger';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { UserParams } from '../users/user.params.js';
import { conversionPosting } from './conversion-flow.js';
import { ConversionBody } from './conversion.dto.js';

/** Converts one asset to another. The handler only describes the posting; `@Transactional` commits it. */
@ApiTags('Wallets')
@Controller('v1/wallets/:userId')
export class ConversionFlowController {
  @Post('convert')
  @RequiresScope('wallet:spend', { players: 'own-wallet' })
  @ApiOperation({
    summary: 'Convert credits to another asset',
    description:
      'The rate is the one in effect when the conversion is decided. Both legs are one transaction, through the exchange account. `asset`, `amount` and `balance` of the answer are those of the asset converted from. The metadata of the transaction gets `conversion`: the rate, which replaces any member of that name. If the request has no description, it is made from the amounts, such as "50 SILVER → 1 GOLD".',
  })
  @Transactional({
    assets: 'several',
    problems: ['asset-retired', 'conversion-not-offered', 'amount-not-convertible', 'amount-too-large'],
  })
  convert(@Param() { userId }: UserParams, @Body() body: ConversionBody): Posting {
    return conversionPosting(userId, body);
  }
}
