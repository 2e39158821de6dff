import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { Economy } from './economy.js';

/** Reports about all wallets together; it writes nothing. Needs `Reports`, which a global module exports. */
@Module({ imports: [AccountsModule], providers: [Economy], exports: [Economy] })
export class EconomyModule {}
