import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { Debts } from './debts.js';

/** Reads debts. */
@Module({ imports: [AccountsModule], providers: [Debts], exports: [Debts] })
export class DebtsModule {}
