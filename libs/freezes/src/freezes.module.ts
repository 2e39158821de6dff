import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { WalletFreezes } from './wallet-freezes.js';

/** Freezes and unfreezes wallets. Needs the global ledger, with `freezingCapability` registered. */
@Module({
  imports: [AccountsModule],
  providers: [WalletFreezes],
  exports: [WalletFreezes],
})
export class FreezesModule {}
