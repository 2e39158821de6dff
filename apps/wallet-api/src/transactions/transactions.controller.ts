import { History } from '@app/ledger';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../access/caller.js';
import { RequiresScope } from '../access/access.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { ApiPage, type Page, pageOf } from '../openapi/page.js';
import { ProblemError } from '../problems/problem.js';
import { TransactionParams, TransactionsQuery } from './transaction.queries.js';
import { TransactionAnswer, transactionAnswer } from './transaction-answer.dto.js';

@ApiTags('Transactions')
@Controller('v1/transactions')
export class TransactionsController {
  constructor(private readonly history: History) {}

  @Get(':id')
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'One transaction with its entries; for a player, one of their own' })
  @ApiOkResponse({ type: TransactionAnswer })
  @ApiProblems('validation-failed', 'transaction-not-found', 'database-unavailable')
  async transaction(
    @Param() { id }: TransactionParams,
    @Req() request: FastifyRequest,
  ): Promise<TransactionAnswer> {
    const caller = callerOf(request);
    // For a player only their own transactions exist: one of somebody else is looked for in vain, and found by nobody.
    const ofUser = caller.kind === 'player' ? caller.userId : undefined;
    const transaction = await this.history.transaction(id.toLowerCase(), { ofUser });
    if (!transaction) throw new ProblemError('transaction-not-found', `There is no transaction ${id}.`);
    return transactionAnswer(transaction);
  }

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'Transactions that match every given filter, newest first' })
  @ApiPage(TransactionAnswer)
  @ApiProblems('validation-failed', 'database-unavailable')
  async transactions(@Query() query: TransactionsQuery): Promise<Page<TransactionAnswer>> {
    const rows = await this.history.transactions({ ...query, limit: query.limit + 1 });
    return pageOf(rows, query.limit, transactionAnswer);
  }
}
