import { Assets } from '@app/accounts';
import { type Hold, holdPosting, Holds } from '@app/holds';
import type { Posting } from '@app/ledger';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { conditionsOn } from '../../request/conditions/balance-conditions.dto.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { pageOf } from '../../request/openapi/page.js';
import { ProblemError } from '../../request/problems/problem.js';
import { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';
import { detailsOf } from '../../request/transactional/posting-details.dto.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { WalletBalances } from '../wallets/wallet-balances.js';
import { WalletAssetParams } from '../wallets/wallet.params.js';
import {
  CaptureBody,
  ChangedHoldAnswer,
  changedHoldAnswer,
  HoldAnswer,
  holdAnswer,
  HoldBody,
  HoldPage,
  HoldParams,
  HoldsQuery,
} from './hold.dto.js';

const answer = { type: ChangedHoldAnswer, of: changedHoldAnswer };

/** Holds reserve credits for a later capture. A handler that writes only describes the posting; `@Transactional` commits it. */
@ApiTags('Holds')
@Controller('v1/wallets/:userId/:asset/holds')
export class HoldsController {
  constructor(
    private readonly holds: Holds,
    private readonly assets: Assets,
    private readonly balances: WalletBalances,
  ) {}

  @Post()
  @RequiresScope('wallet:spend')
  @ApiOperation({
    summary: 'Authorise a hold: reserve credits without moving them',
    description:
      'The balance stays, and the available balance falls. The credits can be captured, once or in parts, until `expiresAt`; then what is left is available again. A captured amount is guaranteed: nothing else can spend or take it. At most 1,000 holds of an account can be open.',
  })
  @Transactional({ problems: ['too-many-holds'], answer })
  async authoriseHold(@Param() wallet: WalletAssetParams, @Body() body: HoldBody): Promise<Posting> {
    const { amount, expiresIn } = body;
    const details = detailsOf(body);
    const asked = {
      ...(await this.accountOf(wallet)),
      action: 'authorise' as const,
      amount,
      expiresIn,
      details,
    };
    return holdPosting(asked, { ...details, conditions: conditionsOn(wallet.asset, body.conditions) });
  }

  @Post(':holdId/capture')
  @RequiresScope('wallet:spend')
  @ApiOperation({
    summary: 'Capture a hold: move reserved credits to revenue',
    description:
      'The last capture releases what is left; with `final: false`, the rest stays reserved. A frozen wallet cannot capture.',
  })
  @ApiBody({ type: CaptureBody, required: false })
  @Transactional({
    problems: ['hold-not-found', 'hold-closed', 'hold-lapsed', 'capture-exceeds-hold'],
    body: 'optional',
  })
  async captureHold(@Param() { holdId, ...wallet }: HoldParams, @Body() body: CaptureBody): Promise<Posting> {
    const { amount, final } = body;
    const on = { ...(await this.accountOf(wallet)), holdId: holdId.toLowerCase() };
    return holdPosting(
      { ...on, action: 'capture', amount, final },
      { ...detailsOf(body), conditions: conditionsOn(wallet.asset, body.conditions) },
    );
  }

  @Post(':holdId/void')
  @RequiresScope('wallet:spend')
  @ApiOperation({
    summary: 'Void a hold: give back what is left of it',
    description: 'Also for a frozen wallet.',
  })
  @ApiBody({ type: ConditionalDetails, required: false })
  @Transactional({ problems: ['hold-not-found', 'hold-closed', 'hold-lapsed'], body: 'optional', answer })
  async voidHold(
    @Param() { holdId, ...wallet }: HoldParams,
    @Body() body: ConditionalDetails,
  ): Promise<Posting> {
    const on = { ...(await this.accountOf(wallet)), holdId: holdId.toLowerCase() };
    return holdPosting(
      { ...on, action: 'void' },
      { ...detailsOf(body), conditions: conditionsOn(wallet.asset, body.conditions) },
    );
  }

  @Get()
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({ summary: 'List the holds of a user in one asset, newest first' })
  @ApiOkResponse({ type: HoldPage })
  @ApiProblems(
    'validation-failed',
    'asset-not-found',
    'user-not-found',
    'invalid-cursor',
    'database-unavailable',
  )
  async listHolds(
    @Param() { userId, asset }: WalletAssetParams,
    @Query() { limit, status, startingAfter }: HoldsQuery,
  ): Promise<HoldPage> {
    await this.balances.require({ userId, asset });
    const holds = await this.holds.list({ userId, asset, status, limit: limit + 1, startingAfter });
    if (!holds) throw new ProblemError('invalid-cursor', `${startingAfter} is not a hold of this account.`);
    return pageOf(holds, limit, holdAnswer);
  }

  @Get(':holdId')
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({ summary: 'Get a hold' })
  @ApiOkResponse({ type: HoldAnswer })
  @ApiProblems('validation-failed', 'hold-not-found', 'database-unavailable')
  async getHold(@Param() { userId, asset, holdId }: HoldParams): Promise<HoldAnswer> {
    const hold: Hold | undefined = await this.holds.find({ userId, asset, holdId: holdId.toLowerCase() });
    if (!hold) throw new ProblemError('hold-not-found', undefined, { holdId });
    return holdAnswer(hold);
  }

  private async accountOf({ userId, asset }: WalletAssetParams) {
    return { userId, asset, assetExists: await this.assets.exists(asset) };
  }
}
