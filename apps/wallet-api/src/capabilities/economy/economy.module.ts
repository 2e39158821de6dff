import { AccountsModule } from '@app/accounts';
import { EconomyModule } from '@app/economy';
import { Module } from '@nestjs/common';
import { EconomyController } from './economy.controller.js';
import { SystemAccountsController } from './system-accounts.controller.js';

/** Reports across all wallets. */
@Module({
  imports: [AccountsModule, EconomyModule],
  controllers: [SystemAccountsController, EconomyController],
})
export class EconomyApiModule {}
