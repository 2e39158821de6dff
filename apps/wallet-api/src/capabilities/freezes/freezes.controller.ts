import { WalletFreezes } from '@app/freezes';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { clientOf } from '../../request/access/caller.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ApiPage, type Page, pageOf } from '../../request/openapi/page.js';
import { refuseUnknown } from '../users/refuse-unknown.js';
import { UserAnswers } from '../users/user-answers.js';
import { UserAnswer } from '../users/user-answers.dto.js';
import { UserParams } from '../users/user.params.js';
import { FreezeAnswer, freezeAnswer, FreezeBody, FreezesQuery } from './freeze.dto.js';

/** A frozen wallet receives and does not spend. What is said twice holds as it was said first, and is recorded once. */
@ApiTags('Users')
@Controller('v1/users/:userId')
export class FreezesController {
  constructor(
    private readonly users: UserAnswers,
    private readonly walletFreezes: WalletFreezes,
  ) {}

  @Post('freeze')
  @HttpCode(200)
  @RequiresScope('admin')
  @ApiOperation({
    summary: 'Freeze the wallet of a user: once this is answered, nothing is spent any more',
    description:
      'A wallet that is frozen already stays frozen for its first reason, and nothing is recorded: a retry changes nothing.',
  })
  @ApiOkResponse({ type: UserAnswer, description: 'The wallet is frozen.' })
  @TakesJson()
  @ApiProblems('user-not-found', 'database-unavailable', 'outcome-unknown')
  async freezeWallet(
    @Param() { userId }: UserParams,
    @Body() { reason }: FreezeBody,
    @Req() request: FastifyRequest,
  ): Promise<UserAnswer> {
    const isKnown = await this.walletFreezes.freeze({ userId, reason, by: clientOf(request) });
    return isKnown ? this.users.require(userId) : refuseUnknown(userId);
  }

  @Post('unfreeze')
  @HttpCode(200)
  @RequiresScope('admin')
  @ApiOperation({
    summary: 'Release the wallet of a user, which can then spend again',
    description: 'For a wallet that is not frozen nothing is recorded: a retry changes nothing.',
  })
  @ApiOkResponse({ type: UserAnswer, description: 'The wallet is not frozen.' })
  @TakesJson()
  @ApiProblems('user-not-found', 'database-unavailable', 'outcome-unknown')
  async unfreezeWallet(
    @Param() { userId }: UserParams,
    @Body() { reason }: FreezeBody,
    @Req() request: FastifyRequest,
  ): Promise<UserAnswer> {
    const isKnown = await this.walletFreezes.unfreeze({ userId, reason, by: clientOf(request) });
    return isKnown ? this.users.require(userId) : refuseUnknown(userId);
  }

  @Get('freezes')
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'When the wallet was frozen and released, why and by whom, newest first' })
  @ApiPage(FreezeAnswer)
  @ApiProblems('validation-failed', 'user-not-found', 'database-unavailable')
  async freezes(
    @Param() { userId }: UserParams,
    @Query() { limit, startingAfter }: FreezesQuery,
  ): Promise<Page<FreezeAnswer>> {
    await this.users.require(userId);
    const rows = await this.walletFreezes.history({ userId, limit: limit + 1, startingAfter });
    return pageOf(rows, limit, freezeAnswer);
  }
}
