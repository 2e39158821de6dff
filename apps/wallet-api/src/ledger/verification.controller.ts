import { Verification } from '@app/ledger';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../access/access.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import {
  invariantAnswer,
  VerificationAnswer,
  VerificationProgressAnswer,
} from './verification-answers.dto.js';

@ApiTags('Ledger')
@Controller('v1/ledger/verification')
export class VerificationController {
  constructor(private readonly verification: Verification) {}

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'Runs the audit over the whole ledger and reports each invariant' })
  @ApiOkResponse({ type: VerificationAnswer })
  @ApiProblems('database-unavailable')
  async verify(): Promise<VerificationAnswer> {
    const { ok, checkedAt, durationMs, invariants } = await this.verification.verify();
    return {
      ok,
      checkedAt: checkedAt.toISOString(),
      durationMs,
      invariants: invariants.map(invariantAnswer),
    };
  }

  @Get('progress')
  @RequiresScope('wallet:read')
  @ApiOperation({ summary: 'How far the audit has come that is under way, or how the last one ended' })
  @ApiOkResponse({ type: VerificationProgressAnswer })
  verificationProgress(): VerificationProgressAnswer {
    const { running, startedAt, steps, stepsDone, invariants } = this.verification.progress();
    return {
      running,
      startedAt: startedAt?.toISOString() ?? null,
      steps,
      stepsDone,
      invariants: invariants.map(invariantAnswer),
    };
  }
}
