import { History } from '@app/ledger';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../access/caller.js';
import { RequiresScope } from '../access/access.decorator.js';
import { ClientSignal } from '../http/client-signal.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { ApiPage, type Page, pageOf } from '../openapi/page.js';
import { ProblemError } from '../problems/problem.js';
import { TransactionParams, TransactionsQuery } from './transaction.queries.js';
import { TransactionAnswer, transactionAnswer } from './transaction-answer.dto.js';
import { TransactionProofAnswer, transactionProofAnswer } from './transaction-proof.dto.js';

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
    if (!transaction) throw transactionNotFound(id);
    return transactionAnswer(transaction);
  }

  @Get(':id/proof')
  @RequiresScope('wallet:read')
  @ApiOperation({
    summary: 'Under which key a transaction happened, and the place of its entries in the hash chains',
  })
  @ApiOkResponse({ type: TransactionProofAnswer })
  @ApiProblems('validation-failed', 'transaction-not-found', 'database-unavailable')
  async transactionProof(@Param() { id }: TransactionParams): Promise<TransactionProofAnswer> {
    const proof = await this.history.proof(id.toLowerCase());
    if (!proof) throw transactionNotFound(id);
    return transactionProofAnswer(proof);
  }

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({
    summary: 'Transactions that match every given filter, newest first',
    description:
      '`type`, `asset`, `from` and `to` have no index: such a list is a scan. A few scans run at a time, and identical ones share a run. A scan that cannot begin within two seconds, or takes longer than ten, is answered `503 overloaded`.',
  })
  @ApiPage(TransactionAnswer)
  @ApiProblems('validation-failed', 'overloaded', 'database-unavailable')
  async transactions(
    @Query() query: TransactionsQuery,
    @ClientSignal() signal: AbortSignal,
  ): Promise<Page<TransactionAnswer>> {
    const rows = await this.history.transactions({ ...query, limit: query.limit + 1 }, { signal });
    return pageOf(rows, query.limit, transactionAnswer);
  }
}

function transactionNotFound(id: string): ProblemError {
  return new ProblemError('transaction-not-found', `There is no transaction ${id}.`);
}
