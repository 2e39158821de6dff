import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { Economy } from './economy.js';

/** Reads about all wallets together; it writes nothing. */
@Module({ imports: [AccountsModule], providers: [Economy], exports: [Economy] })
export class EconomyModule {}
