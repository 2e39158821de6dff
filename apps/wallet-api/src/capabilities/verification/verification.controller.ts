import { Audits } from '@app/ledger';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import {
  invariantAnswer,
  VerificationAnswer,
  verificationAnswer,
  VerificationProgressAnswer,
  VerificationStartedAnswer,
} from './verification-answers.dto.js';

const path = 'v1/ledger/verification';

@ApiTags('Ledger')
@Controller(path)
export class VerificationController {
  constructor(private readonly audits: Audits) {}

  @Get()
  @RequiresScope('ledger:audit')
  @ApiOperation({
    summary: 'Audit the ledger and report each invariant',
    description:
      'One audit runs at a time across all instances; further callers join it. An audit that takes longer than 20 seconds is answered 202 and continues: poll the URL in `Location` for its progress and its report.',
  })
  @ApiOkResponse({ type: VerificationAnswer })
  @ApiAcceptedResponse({
    type: VerificationStartedAnswer,
    description: 'The audit is still running.',
    headers: { Location: { description: 'URL of its progress.', schema: { type: 'string' } } },
  })
  @ApiProblems('overloaded', 'database-unavailable')
  async verifyLedger(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VerificationAnswer | VerificationStartedAnswer> {
    const answer = await this.audits.request();
    if ('report' in answer) return verificationAnswer(answer.report);
    const { startedAt, steps, stepsDone } = answer;
    void reply.code(202).header('location', `/${path}/progress`);
    return { startedAt: startedAt.toISOString(), progress: { steps, stepsDone } };
  }

  @Get('progress')
  @RequiresScope('ledger:audit')
  @ApiOperation({
    summary: 'Get the progress of the audit and the latest report',
    description: 'Answers for all instances.',
  })
  @ApiExtraModels(VerificationAnswer)
  @ApiOkResponse({ type: VerificationProgressAnswer })
  @ApiProblems('database-unavailable')
  async getVerificationProgress(): Promise<VerificationProgressAnswer> {
    const { state, startedAt, steps, stepsDone, invariants, report } = await this.audits.progress();
    return {
      state: state ?? 'none',
      running: state === 'running',
      startedAt: startedAt?.toISOString() ?? null,
      steps,
      stepsDone,
      invariants: invariants.map(invariantAnswer),
      report: report && verificationAnswer(report),
    };
  }
}
