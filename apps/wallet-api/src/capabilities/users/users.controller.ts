import { Players } from '@app/players';
import { Testers, UserRegistration, Users } from '@app/users';
import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { authorOf } from '../../request/access/caller.js';
import { TakesJson } from '../../request/http/takes-json.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { pageOf } from '../../request/openapi/page.js';
import { refuseUnknown } from './refuse-unknown.js';
import { UserAnswers } from './user-answers.js';
import { UserParams } from './user.params.js';
import { UserPage, listedUserAnswer, RegisteredUserAnswer, UserAnswer } from './user-answers.dto.js';
import { UserBody, UserChangeBody, UsersQuery } from './user-requests.dto.js';

@ApiTags('Users')
@Controller('v1/users')
export class UsersController {
  constructor(
    private readonly known: Users,
    private readonly registration: UserRegistration,
    private readonly testers: Testers,
    private readonly players: Players,
    private readonly answers: UserAnswers,
  ) {}

  @Post()
  @RequiresScope('users:write')
  @ApiOperation({
    summary: 'Register a user, with an account in every asset and the welcome grant',
    description:
      'The user id is the idempotency key: a retry completes what an earlier request left undone, keeps the metadata, and answers 200. `hasPassword` tells whether a player signed up with this id.',
  })
  @ApiCreatedResponse({ type: RegisteredUserAnswer, description: 'The user is registered.' })
  @ApiOkResponse({ type: RegisteredUserAnswer, description: 'The user was already registered.' })
  @TakesJson()
  @ApiProblems('overloaded', 'database-unavailable', 'outcome-unknown')
  async registerUser(
    @Body() { userId, metadata }: UserBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredUserAnswer> {
    const { created } = await this.registration.register({ userId, metadata: metadata ?? {} });
    void reply.code(created ? 201 : 200);
    const user = await this.answers.require(userId);
    // Read after the registration: a concurrent sign-up under this id has finished or will be refused.
    return { ...user, hasPassword: await this.players.hasPassword(userId) };
  }

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'List users, sorted by id' })
  @ApiOkResponse({ type: UserPage })
  @ApiProblems('validation-failed', 'database-unavailable')
  async listUsers(@Query() { limit, startingAfter }: UsersQuery): Promise<UserPage> {
    return pageOf(await this.known.list({ limit: limit + 1, startingAfter }), limit, listedUserAnswer);
  }

  @Get(':userId')
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'Get a user, and whether their wallet is frozen' })
  @ApiOkResponse({ type: UserAnswer })
  @ApiProblems('validation-failed', 'user-not-found', 'database-unavailable')
  getUser(@Param() { userId }: UserParams): Promise<UserAnswer> {
    return this.answers.require(userId);
  }

  @Patch(':userId')
  @RequiresScope('users:write')
  @ApiOperation({
    summary: 'Make a user a tester, or not',
    description:
      'A user who was only ever credited is registered first, as POST /v1/users does, with the welcome grant. A user who already is what the request says stays so and nothing is recorded, so a retry is safe.',
  })
  @ApiOkResponse({ type: UserAnswer })
  @TakesJson()
  @ApiProblems('user-not-found', 'overloaded', 'database-unavailable', 'outcome-unknown')
  async changeUser(
    @Param() { userId }: UserParams,
    @Body() { tester }: UserChangeBody,
    @Req() request: FastifyRequest,
  ): Promise<UserAnswer> {
    const isKnown = await this.testers.set(userId, tester, authorOf(request));
    return isKnown ? this.answers.require(userId) : refuseUnknown(userId);
  }
}
