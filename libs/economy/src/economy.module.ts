import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { Economy } from './economy.js';

/** Reports on all wallets together; writes nothing. A global module must export `Reports`. */
@Module({ imports: [AccountsModule], providers: [Economy], exports: [Economy] })
export class EconomyModule {}
