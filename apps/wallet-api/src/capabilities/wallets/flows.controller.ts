import type { Posting } from '@app/ledger';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { flowPosting } from './flows.js';
import { PostingBody } from './posting-body.dto.js';
import { WalletAssetParams } from './wallet.params.js';

/** The three ways in which credits move. Each handler only describes the posting; `@Transactional` commits it. */
@ApiTags('Wallets')
@Controller('v1/wallets/:userId/:asset')
export class FlowsController {
  @Post('topup')
  @RequiresScope('wallet:credit')
  @ApiOperation({ summary: 'Top up: credit that was bought with real money, from the treasury to the user' })
  @Transactional({ problems: ['asset-retired'] })
  topup(@Param() wallet: WalletAssetParams, @Body() body: PostingBody): Posting {
    return flowPosting('topup', wallet, body);
  }

  @Post('bonus')
  @RequiresScope('wallet:credit')
  @ApiOperation({ summary: 'Bonus: free credit, from promotions to the user' })
  @Transactional({ problems: ['asset-retired'] })
  bonus(@Param() wallet: WalletAssetParams, @Body() body: PostingBody): Posting {
    return flowPosting('bonus', wallet, body);
  }

  @Post('spend')
  @RequiresScope('wallet:spend')
  @ApiOperation({ summary: 'Spend: from the user to revenue; refused if the balance would go below zero' })
  @Transactional()
  spend(@Param() wallet: WalletAssetParams, @Body() body: PostingBody): Posting {
    return flowPosting('spend', wallet, body);
  }
}
