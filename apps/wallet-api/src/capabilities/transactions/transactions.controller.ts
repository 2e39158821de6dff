import { CapabilityRegistry, History } from '@app/ledger';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { callerOf } from '../../request/access/caller.js';
import { ClientSignal } from '../../request/http/client-signal.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ProblemError } from '../../request/problems/problem.js';
import { validationProblem } from '../../request/problems/validation-problem.js';
import { TransactionAnswer, transactionAnswer } from '../../request/transactional/transaction-answer.dto.js';
import { TransactionProofAnswer, transactionProofAnswer } from './transaction-proof.dto.js';
import { TransactionParams, TransactionsQuery } from './transaction.queries.js';
import { TransactionPage } from './transaction-page.dto.js';

@ApiTags('Transactions')
@Controller('v1/transactions')
export class TransactionsController {
  constructor(
    private readonly history: History,
    private readonly capabilities: CapabilityRegistry,
  ) {}

  @Get(':id')
  @RequiresScope('wallet:read', { players: 'all' })
  @ApiOperation({ summary: 'Get a transaction with its entries; players can get only theirs' })
  @ApiOkResponse({ type: TransactionAnswer })
  @ApiProblems('validation-failed', 'transaction-not-found', 'database-unavailable')
  async getTransaction(
    @Param() { id }: TransactionParams,
    @Req() request: FastifyRequest,
  ): Promise<TransactionAnswer> {
    const caller = callerOf(request);
    // For a player, another user's transaction does not exist.
    const ofUser = caller.kind === 'player' ? caller.userId : undefined;
    const transaction = await this.history.transactionNow(id.toLowerCase(), { ofUser });
    if (!transaction) throw transactionNotFound(id);
    return transactionAnswer(transaction);
  }

  @Get(':id/proof')
  @RequiresScope('wallet:read')
  @ApiOperation({
    summary: 'Get the proof of a transaction: its idempotency key and the hashes of its entries',
  })
  @ApiOkResponse({ type: TransactionProofAnswer })
  @ApiProblems('validation-failed', 'transaction-not-found', 'database-unavailable')
  async getTransactionProof(@Param() { id }: TransactionParams): Promise<TransactionProofAnswer> {
    const proof = await this.history.proof(id.toLowerCase());
    if (!proof) throw transactionNotFound(id);
    return transactionProofAnswer(proof);
  }

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({
    summary: 'List transactions',
    description:
      'Lists the transactions that match every filter, newest first. A filter by one of `userId`, `reference` and `type`, with or without a time range, uses an index. `asset`, or a second of the three, needs a scan: such a page examines at most 10,000 transactions, so it can be short or empty with `hasMore: true`; continue from `next`. The number of concurrent scans is limited, and identical ones share a run. A scan that cannot begin within two seconds is answered `503 overloaded`.\n\nTo follow the ledger, start with `after=start` and continue with the `cursor` of each page: it then lists every transaction once, oldest first, those of one user in the order of their versions.',
  })
  @ApiOkResponse({ type: TransactionPage })
  @ApiProblems('validation-failed', 'invalid-cursor', 'overloaded', 'database-unavailable')
  async listTransactions(
    @Query() query: TransactionsQuery,
    @ClientSignal() signal: AbortSignal,
  ): Promise<TransactionPage> {
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
  return new ProblemError('transaction-not-found', undefined, { transactionId: id });
}
