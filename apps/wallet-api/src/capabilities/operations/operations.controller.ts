import { CapabilityRegistry, type Posting, postingOfGroup } from '@app/ledger';
import { operationGroup } from '@app/operations';
import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { callerOf } from '../../request/access/caller.js';
import { OperationTypes, requireScopesOf } from '../../request/operations/operation-types.js';
import { ApiProblems, problemsOfOperations } from '../../request/openapi/api-problems.js';
import { conditionsByAsset } from '../../request/conditions/balance-conditions.dto.js';
import { detailsOf } from '../../request/transactional/posting-details.dto.js';
import { Transactional } from '../../request/transactional/transactional.decorator.js';
import { UserParams } from '../users/user.params.js';
import { PaidCredits } from '../payments/paid-credits.js';
import { DescribeOperations } from './describe-operations.js';
import { OperationsBody } from './operations.dto.js';
import { markPaidFor, paidFor } from './paid-operations.js';
import { requireMoved } from './require-moved.js';

/** Several operations in one request. The handler only describes the posting; `@Transactional` commits it. */
@ApiTags('Wallets')
@Controller('v1/wallets/:userId/operations')
export class OperationsController {
  constructor(
    private readonly types: OperationTypes,
    private readonly describe: DescribeOperations,
    private readonly paid: PaidCredits,
    private readonly capabilities: CapabilityRegistry,
  ) {}

  @Post()
  @RequiresScope(['wallet:credit', 'wallet:spend', 'wallet:reward'])
  @ApiOperation({
    summary: 'Carry out several operations of a user, all or none',
    description:
      'The operations happen in order, each on what the earlier ones leave, in one transaction of type `operations`. If one is refused, none happens, and the problem has its number as `operation`, counted from 0. `results` has the outcome of each. The caller needs the scope of every operation. `asset`, `amount` and `balance` of the answer are those of the first operation.',
  })
  @ApiProblems(problemsOfOperations)
  @Transactional({
    problems: ['payment-already-credited', 'sandbox-payment', 'live-payment'],
    assets: 'several',
  })
  async carryOutOperations(
    @Param() { userId }: UserParams,
    @Body() body: OperationsBody,
    @Req() request: FastifyRequest,
  ): Promise<Posting> {
    const operations = this.types.read(body.operations);
    // Other routes check the scope before the key and the body. Here the body says which scopes are needed, and only a valid one
    // does. Nothing has been looked up yet, so the answer does not reveal what exists.
    const caller = callerOf(request);
    requireScopesOf(operations, caller.kind === 'client' ? caller.scopes : new Set());
    const { payment } = body;
    const described = payment ? paidFor(operations, this.types, this.paid.typeOf(payment)) : operations;
    const postings = await this.describe.postingsOf(userId, described);
    requireMoved(body.conditions, postings, this.capabilities);
    return postingOfGroup(operationGroup, payment ? postings.map(markPaidFor) : postings, {
      type: 'operations',
      userId,
      ...detailsOf(body),
      ...this.paid.detailsOf(payment),
      conditions: conditionsByAsset(body.conditions),
    });
  }
}
