import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { FlowsController } from './flows.controller.js';
import { StatementController } from './statement.controller.js';
import { WalletBalances } from './wallet-balances.js';
import { WalletsController } from './wallets.controller.js';

/** Wallets: the flows whose amounts the caller names, balances and statements. */
@Module({
  imports: [AccountsModule],
  controllers: [FlowsController, WalletsController, StatementController],
  providers: [WalletBalances],
})
export class WalletsApiModule {}
