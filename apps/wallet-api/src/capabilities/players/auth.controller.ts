import { Players, PlayerTokens, tokenLifetimeSeconds } from '@app/players';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../request/access/access.decorator.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { RequiresFeature } from '../../request/features/features.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ProblemError } from '../../request/problems/problem.js';
import { attemptOf, LimitedByAddress } from '../../request/rate-limits/limit-addresses.js';
import { answerLimits } from '../../request/rate-limits/rate-limit-answers.js';
import { RateLimits } from '../../request/rate-limits/rate-limits.js';
import { LoginBody, SignUpBody, TokenAnswer } from './auth.dto.js';

/** Issues tokens to players. Each other route declares which players it serves. */
@ApiTags('Players')
@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly players: Players,
    private readonly tokens: PlayerTokens,
    private readonly limits: RateLimits,
  ) {}

  @Post('signup')
  @Public()
  @RequiresFeature('sign-up')
  @LimitedByAddress('sign-up')
  @ApiOperation({
    summary: 'Sign up with an unused user id; creates a wallet with an account in every asset',
  })
  @TakesJson()
  @ApiCreatedResponse({ type: TokenAnswer })
  @ApiProblems('route-not-found', 'user-exists', 'rate-limited', 'overloaded', 'database-unavailable')
  async signUp(
    @Body() { userId, password }: SignUpBody,
    @Req() request: FastifyRequest,
  ): Promise<TokenAnswer> {
    await this.players.signUp({ userId, password }, attemptOf(request).origin);
    return this.tokenFor(userId);
  }

  @Post('login')
  @HttpCode(200)
  @Public()
  @RequiresFeature('passwords')
  @LimitedByAddress('login')
  @ApiOperation({ summary: 'Log in with a password, for an access token' })
  @TakesJson()
  @ApiOkResponse({ type: TokenAnswer })
  @ApiProblems('unauthenticated', 'route-not-found', 'rate-limited', 'overloaded', 'database-unavailable')
  async logIn(
    @Body() { userId, password }: LoginBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenAnswer> {
    const { origin, taken } = attemptOf(request);
    answerLimits(reply, [taken, await this.limits.takeLogin(userId)]);
    if (!(await this.players.logIn({ userId, password }, origin))) {
      throw new ProblemError('unauthenticated', 'There is no player with this user id and this password.');
    }
    await this.limits.loggedIn(userId);
    return this.tokenFor(userId);
  }

  private async tokenFor(userId: string): Promise<TokenAnswer> {
    const accessToken = await this.tokens.issue?.(userId);
    if (accessToken === undefined)
      throw new Error('This service issues no tokens; add @RequiresFeature() to the route');
    return { userId, accessToken, tokenType: 'Bearer', expiresIn: tokenLifetimeSeconds };
  }
}
