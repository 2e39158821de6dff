import type { Posting } from '@app/ledger';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { UserParams } from '../users/user.params.js';
import { DescribeReversals } from './describe-reversals.js';
import { ReversalParams } from './reversal-params.js';
import { ReinstatementBody, ReversalBody } from './reversal.dto.js';

/** Reversals and reinstatements. A handler only describes the posting; `@Transactional` commits it. */
@ApiTags('Reversals')
@Controller('v1/wallets/:userId/reversals')
export class ReversalsController {
  constructor(private readonly describe: DescribeReversals) {}

  @Post()
  @RequiresScope('wallet:reverse')
  @ApiOperation({
    summary: 'Reverse a transaction, all of it or a part',
    description:
      'Spends, purchases, captures and conversions go back to the user; top-ups, bonuses and rewards go back to where they came from. All reversals of a transaction share one running total, whatever their causes, and it never exceeds the original. It grows by `asked`: `amount` is what moved, `owed` what the user owes, `writtenOff` what is lost. Works on a frozen wallet and never takes what is held. A conversion is reversed in whole multiples of its rate.',
  })
  @Transactional({
    assets: 'several',
    problems: [
      'transaction-not-found',
      'not-reversible',
      'reversal-exceeds-original',
      'amount-not-convertible',
    ],
  })
  reverseTransaction(@Param() { userId }: UserParams, @Body() body: ReversalBody): Promise<Posting> {
    return this.describe.reversal(userId, body);
  }

  @Post(':transactionId/reinstate')
  @RequiresScope('wallet:reverse')
  @ApiOperation({
    summary: 'Undo a reversal, all of it or a part, as after a dispute that was won',
    description:
      'Cancels the remaining debt of the reversal, then returns the credits taken or repaid, and finally reverses write-offs and forgiveness. The running total of the original falls by `asked`, which can then be reversed again.',
  })
  @ApiBody({ type: ReinstatementBody, required: false })
  @Transactional({
    assets: 'several',
    body: 'optional',
    problems: [
      'transaction-not-found',
      'not-reversible',
      'reversal-exceeds-original',
      'amount-not-convertible',
    ],
  })
  reinstateReversal(
    @Param() { userId, transactionId }: ReversalParams,
    @Body() body: ReinstatementBody,
  ): Promise<Posting> {
    return this.describe.reinstatement(userId, transactionId, body);
  }
}
