import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { AccountVerificationController } from './account-verification.controller.js';
import { VerificationController } from './verification.controller.js';

/** Audits of the whole ledger, and of one account. */
@Module({
  imports: [AccountsModule],
  controllers: [VerificationController, AccountVerificationController],
})
export class VerificationApiModule {}
