import { Assets } from '@app/accounts';
import { AccountVerification } from '@app/ledger';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../request/access/access.decorator.js';
import { ClientSignal } from '../../request/http/client-signal.decorator.js';
import { ApiProblems } from '../../request/openapi/api-problems.js';
import { ProblemError } from '../../request/problems/problem.js';
import { requireAsset } from '../assets/require-asset.js';
import { WalletAssetParams } from '../wallets/wallet.params.js';
import { AccountVerificationAnswer } from './verification-answers.dto.js';

@ApiTags('Ledger')
@Controller('v1/wallets/:userId/:asset/verification')
export class AccountVerificationController {
  constructor(
    private readonly verification: AccountVerification,
    private readonly assets: Assets,
  ) {}

  @Get()
  @RequiresScope('wallet:read')
  @ApiOperation({
    summary: 'Verify one account of a user: balances, versions and hash chain',
  })
  @ApiOkResponse({ type: AccountVerificationAnswer })
  @ApiProblems('validation-failed', 'asset-not-found', 'user-not-found', 'overloaded', 'database-unavailable')
  async verifyAccount(
    @Param() { userId, asset }: WalletAssetParams,
    @ClientSignal() signal: AbortSignal,
  ): Promise<AccountVerificationAnswer> {
    await requireAsset(this.assets, asset);
    const report = await this.verification.verify({ userId, asset }, { signal });
    if (!report) {
      throw new ProblemError('user-not-found', `${userId} never had an account in ${asset}.`, { userId });
    }
    return {
      userId,
      asset,
      ok: report.ok,
      checkedAt: report.checkedAt.toISOString(),
      durationMs: report.durationMs,
      entries: report.entries,
      violations: report.violations,
      examples: report.examples,
      headOk: report.headOk,
      headHash: report.headHash.toString('hex'),
    };
  }
}
