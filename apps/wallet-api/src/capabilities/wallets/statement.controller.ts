import { History } from '@app/ledger';
import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ClientSignal } from '../../request/http/client-signal.decorator.js';
import { addVary, preferredType } from '../../request/http/preferred-type.js';
import { sendInParts } from '../../request/http/send-in-parts.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ProblemError } from '../../request/problems/problem.js';
import { ApiStatement } from './api-statement.js';
import { statementTypes, statementWriters } from './statement-documents.js';
import { WalletBalances } from './wallet-balances.js';
import { WalletAssetParams } from './wallet.params.js';
import { PeriodQuery } from './wallet.queries.js';

@ApiTags('Wallets')
@Controller('v1/wallets/:userId/:asset/statement')
export class StatementController {
  constructor(
    private readonly balances: WalletBalances,
    private readonly history: History,
  ) {}

  @Get()
  @RequiresScope('wallet:read', { players: 'own-wallet' })
  @ApiOperation({
    summary: 'Get the statement of a user in one asset for a period',
    description: [
      'The opening balance, totals by type, the closing balance, and every entry recorded at or after `from` and before `to`, oldest first. Opening + credits − debits = closing. The closing balance of one period is the opening balance of the next.',
      '',
      "`Accept` selects JSON, CSV (RFC 4180) or NDJSON; the last two contain only the entries. In CSV, a text that begins with `=`, `+`, `-`, `@`, a tab or CR is prefixed with `'`: a spreadsheet would treat it as a formula.",
      '',
      'The answer is streamed from a snapshot taken when the request arrives. If it cannot be completed, the connection is reset. A period of more than 1,000 entries needs a scan; a scan that cannot begin within two seconds is answered `503 overloaded`.',
    ].join('\n'),
  })
  @ApiStatement()
  @ApiProblems(
    'validation-failed',
    'asset-not-found',
    'user-not-found',
    'not-acceptable',
    'overloaded',
    'database-unavailable',
  )
  async getStatement(
    @Param() { userId, asset }: WalletAssetParams,
    @Query() { from, to }: PeriodQuery,
    @Req() { headers: { accept } }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @ClientSignal() signal: AbortSignal,
  ): Promise<StreamableFile> {
    addVary(reply, 'Accept');
    const type = preferredType(accept, statementTypes);
    if (!type) throw new ProblemError('not-acceptable', `There are only ${statementTypes.join(', ')}.`);
    await this.balances.require({ userId, asset });
    const period = { userId, asset, from, to };
    const found = await this.history.period(period, { signal });
    return sendInParts(reply, statementWriters[type]({ period, found, signal }), {
      type: `${type}; charset=utf-8`,
      ...(type === 'text/csv' && { disposition: `attachment; filename="${fileNameOf(period)}"` }),
    });
  }
}

/** Replaces characters that a file system might reject, such as the colon in some user ids. */
function fileNameOf({ userId, asset, from, to }: PeriodQuery & WalletAssetParams): string {
  const days = [from, to].map((instant) => instant.toISOString().slice(0, 10));
  return `statement-${[userId, asset, ...days].join('-').replace(/[^\w.@+~!-]/g, '_')}.csv`;
}
