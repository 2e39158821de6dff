import { CapabilityRegistry, History } from '@app/ledger';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { callerOf } from '../../request/access/caller.js';
import { ClientSignal } from '../../request/http/client-signal.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ApiPage, type Page } from '../../request/openapi/page.js';
import { ProblemError } from '../../request/problems/problem.js';
import { validationProblem } from '../../request/problems/validation-problem.js';
import { TransactionAnswer, transactionAnswer } from '../../request/transactional/transaction-answer.dto.js';
import { TransactionProofAnswer, transactionProofAnswer } from './transaction-proof.dto.js';
import { TransactionParams, TransactionsQuery } from './transaction.queries.js';

interface TransactionsPage extends Page<TransactionAnswer> {
  next?: string;
  cursor?: string;
}

@ApiTags('Transactions')
@Controller('v1/transactions')
export class TransactionsController {
  constructor(
    private readonly history: History,
    private readonly capabilities: CapabilityRegistry,
  ) {}

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
    summary:
      'Transactions that match every given filter, newest first; with `after`, all of them, oldest first',
    description:
      'There is an index for one of `userId`, `reference` and `type`, and times are free. `asset`, or a second of the three, has to be looked for: such a page examines at most 10,000 transactions, so it can be short or empty with `hasMore: true`, and `next` is then the cursor to go on with. A few of these searches run at a time, and identical ones share a run. One that cannot begin within two seconds is answered `503 overloaded`.\n\nTo follow the ledger, begin with `after=start` and go on with the `cursor` of each answer. Every transaction comes once, and those of one user come in the order of their versions.',
  })
  @ApiPage(TransactionAnswer, {
    next: {
      type: 'string',
      format: 'uuid',
      description: 'The cursor to go on with, where a page ended before it was full.',
      example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10',
    },
    cursor: {
      type: 'string',
      description: 'With `after`: where to go on, now or later.',
      example: 'AQAAAAAAAAAAAAAAAAAAAAA',
    },
  })
  @ApiProblems('validation-failed', 'invalid-cursor', 'overloaded', 'database-unavailable')
  async transactions(
    @Query() query: TransactionsQuery,
    @ClientSignal() signal: AbortSignal,
  ): Promise<TransactionsPage> {
    this.requireRegistered(query.type);
    if (query.after !== undefined) return this.follow({ ...query, after: query.after });
    const { transactions, ...page } = await this.history.transactions(query, { signal });
    return { data: transactions.map(transactionAnswer), ...page };
  }

  private requireRegistered(type: string | undefined): void {
    const types = this.capabilities.transactionTypes;
    if (type === undefined || types.includes(type)) return;
    throw validationProblem([{ pointer: '/type', detail: `must be one of ${types.join(', ')}` }]);
  }

  private async follow({ after, limit, ...filters }: TransactionsQuery & { after: string }) {
    const others = Object.keys(filters).filter((name) => filters[name as keyof typeof filters] !== undefined);
    if (others.length > 0)
      throw new ProblemError('invalid-cursor', `\`after\` goes with \`limit\` only, not with ${others[0]}.`);
    const { transactions, ...page } = await this.history.follow({ after, limit });
    return { data: transactions.map(transactionAnswer), ...page };
  }
}

function transactionNotFound(id: string): ProblemError {
  return new ProblemError('transaction-not-found', `There is no transaction ${id}.`);
}
