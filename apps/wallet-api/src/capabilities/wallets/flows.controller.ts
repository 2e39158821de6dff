import type { Posting } from '@app/ledger';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { PaidCredits } from '../payments/paid-credits.js';
import { flowPosting } from './flows.js';
import { PostingBody, TopUpBody } from './posting-body.dto.js';
import { WalletAssetParams } from './wallet.params.js';

/** The three basic flows. A handler only describes the posting; `@Transactional` commits it. */
@ApiTags('Wallets')
@Controller('v1/wallets/:userId/:asset')
export class FlowsController {
  constructor(private readonly paid: PaidCredits) {}

  @Post('topup')
  @RequiresScope('wallet:credit')
  @ApiOperation({ summary: 'Top up a wallet with purchased credits, from the treasury' })
  @Transactional({
    problems: ['asset-retired', 'payment-already-credited', 'sandbox-payment', 'live-payment'],
  })
  topUp(@Param() wallet: WalletAssetParams, @Body() body: TopUpBody): Posting {
    const { payment } = body;
    if (!payment) return flowPosting('topup', wallet, body);
    return { ...flowPosting(this.paid.typeOf(payment), wallet, body), ...this.paid.detailsOf(payment) };
  }

  @Post('bonus')
  @RequiresScope('wallet:credit')
  @ApiOperation({ summary: 'Grant a bonus: free credits, from promotions' })
  @Transactional({ problems: ['asset-retired'] })
  grantBonus(@Param() wallet: WalletAssetParams, @Body() body: PostingBody): Posting {
    return flowPosting('bonus', wallet, body);
  }

  @Post('spend')
  @RequiresScope('wallet:spend')
  @ApiOperation({ summary: 'Spend credits, to revenue; refused if the balance is too low' })
  @Transactional()
  spend(@Param() wallet: WalletAssetParams, @Body() body: PostingBody): Posting {
    return flowPosting('spend', wallet, body);
  }
}
