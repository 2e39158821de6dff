import { AccountsModule } from '@app/accounts';
import { DebtsModule } from '@app/debts';
import { Module } from '@nestjs/common';
import { DebtsController } from './debts.controller.js';

/** Lists debtors and forgives debt. */
@Module({ imports: [AccountsModule, DebtsModule], controllers: [DebtsController] })
export class DebtsApiModule {}
