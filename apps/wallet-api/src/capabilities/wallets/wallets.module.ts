import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { PaymentsApiModule } from '../payments/payments.module.js';
import { FlowsController } from './flows.controller.js';
import { StatementController } from './statement.controller.js';
import { WalletBalances } from './wallet-balances.js';
import { WalletsController } from './wallets.controller.js';

/** Balances, statements, and the flows whose amount the caller chooses. */
@Module({
  imports: [AccountsModule, PaymentsApiModule],
  controllers: [FlowsController, WalletsController, StatementController],
  providers: [WalletBalances],
  exports: [WalletBalances],
})
export class WalletsApiModule {}
