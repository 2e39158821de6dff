import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { FlowsController } from './flows.controller.js';
import { StatementController } from './statement.controller.js';
import { WalletBalances } from './wallet-balances.js';
import { WalletsController } from './wallets.controller.js';

/** Balances, statements, and the flows whose amount the caller chooses. */
@Module({
  imports: [AccountsModule],
  controllers: [FlowsController, WalletsController, StatementController],
  providers: [WalletBalances],
})
export class WalletsApiModule {}
