import { WalletFreezes } from '@app/freezes';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { clientOf } from '../../request/access/caller.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { pageOf } from '../../request/openapi/page.js';
import { refuseUnknown } from '../users/refuse-unknown.js';
import { UserAnswers } from '../users/user-answers.js';
import { UserAnswer } from '../users/user-answers.dto.js';
import { UserParams } from '../users/user.params.js';
import { freezeAnswer, FreezePage, FreezeBody, FreezesQuery } from './freeze.dto.js';

/** A frozen wallet can receive credits but not spend them. Repeating a request changes and records nothing. */
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
    summary: 'Freeze the wallet of a user',
    description:
      'Once this request is answered, the wallet cannot spend. If it is frozen already, it keeps its first reason and nothing is recorded, so a retry is safe.',
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
    summary: 'Unfreeze the wallet of a user',
    description: 'The wallet can spend again. If it is not frozen, nothing is recorded, so a retry is safe.',
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
  @ApiOperation({
    summary: 'List when, why and by which client a wallet was frozen and unfrozen, newest first',
  })
  @ApiOkResponse({ type: FreezePage })
  @ApiProblems('validation-failed', 'user-not-found', 'database-unavailable')
  async listFreezes(
    @Param() { userId }: UserParams,
    @Query() { limit, startingAfter }: FreezesQuery,
  ): Promise<FreezePage> {
    await this.users.require(userId);
    const rows = await this.walletFreezes.history({ userId, limit: limit + 1, startingAfter });
    return pageOf(rows, limit, freezeAnswer);
  }
}
